import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undo } from '../audit/undo'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { maskPolicy } from '../mask/mask-policy'
import { listRecords, recordDocument } from '../records/queries'
import { readRecordSearch } from '../records/search-params'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { addRule } from './add-rule'
import { changeRule } from './change-rule'
import { listRules } from './queries'
import { removeRule } from './remove-rule'
import { revealValue } from './reveal'
import { revealInput } from './reveal-schema'
import { addRuleInput } from './schema'

const admin = actorOf('ADMIN')
const support = actorOf('SUPPORT')
const clock = { now: new Date('2026-11-29T00:00:00Z'), timeZone: 'UTC' }
const PART = { shown: 'part' as const, roles: ['SUPPORT' as const] }
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'hub', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'u1' })
  await db.connection.update({ where: { id: 'hub' }, data: { syncConfig: { every: 5, webhookSecret: 'canary-c' } } })
  const property = { entityId: 'hub', displayName: 'Line', order: 1, visible: true, modifiable: false }
  await db.property.create({ data: { ...property, id: 'p', name: 'line', type: 'PHONE' } })
  await insertRecords(db, [
    {
      id: 'ada',
      entityType: 'CONTACT',
      data: '{"email":"ada@acme.example","name":"Ada","line":"5550100","pin":"4711"}',
    },
    { id: 'bob', entityType: 'DEAL', data: '{"email":"bob@acme.example","name":"Bob","token":"canary-t"}' },
  ])
  return test.drop
})
beforeEach(() => db.maskRule.deleteMany())

const add = (target: unknown, effect: unknown = { shown: 'masked' }) =>
  addRule(admin, addRuleInput.parse({ target, effect, note: '' }))
async function found(q: string, actor = support, sort?: string) {
  const { search } = readRecordSearch({ q, ...(sort && { sort }) })
  const result = await listRecords(actor, search, clock)
  if (result.kind === 'page') return result.page.rows.map(({ id }) => id).sort()
  return 'problems' in result ? result.problems.map(({ message }) => message) : result.kind
}
const noted = () => db.auditEntry.findMany({ where: { action: 'filter.masked', actorId: support.id } })
const shown = async (id: string, actor = support) => JSON.parse((await recordDocument(actor, id))?.text ?? '')

describe('rules', () => {
  it('count from the next request on, and are changed, removed and put back in the trail', async () => {
    const { ruleId, correlationId } = await add({ kind: 'property', entityType: 'contact', path: 'name' })
    expect(await shown('ada')).toMatchObject({ name: '•••••• short' })
    expect(await shown('bob')).toMatchObject({ name: 'Bob' })
    await changeRule(admin, { id: ruleId, was: { shown: 'masked' }, effect: PART })
    expect((await shown('ada', admin)).name).toBe('Ada')
    await expect(
      changeRule(admin, { id: ruleId, was: { shown: 'masked' }, effect: { ...PART, roles: ['ADMIN'] } }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(undo(admin, { correlationId })).rejects.toMatchObject({ code: 'CONFLICT' })
    const removed = await removeRule(admin, { id: ruleId })
    expect(await shown('ada')).toMatchObject({ name: 'Ada' })
    await undo(admin, { correlationId: removed.correlationId })
    expect(await listRules(admin)).toMatchObject([{ id: ruleId, effect: PART }])
  })

  it('are for administrators, one for the same thing, and of things that there can be', async () => {
    await expect(
      addRule(support, { target: { kind: 'key', key: 'x' }, effect: PART, note: null }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await add({ kind: 'key', key: 'Iban' })
    await expect(add({ kind: 'key', key: 'iban' })).rejects.toMatchObject({ code: 'CONFLICT' })
    for (const bad of [
      { kind: 'property', entityType: 'A', path: 'a[0]' },
      { kind: 'words', words: '--' },
      { kind: 'type', type: 'X' },
    ])
      expect(addRuleInput.safeParse({ target: bad, effect: PART, note: '' }).success).toBe(false)
  })

  it('of a type of Property mean whatever any connection declares so', async () => {
    await add({ kind: 'type', type: 'PHONE' }, PART)
    expect(await shown('ada')).toMatchObject({ line: '••• 0100' })
    expect((await maskPolicy(support)).shownInData(['line'], [])).toBe('part')
  })

  it('let go of files that were made before them', async () => {
    const kept = {
      table: 'records',
      format: 'csv',
      actorId: 'x',
      actorEmail: 'x',
      request: {},
      endedAt: new Date(),
      keptUntil: new Date(Date.now() + 60_000),
    }
    const { id } = await db.export.create({
      data: { ...kept, pieces: { create: { number: 0, start: 0, size: 1, body: Buffer.from('x') } } },
    })
    await add({ kind: 'key', key: 'nick' })
    expect(await db.exportPiece.count({ where: { exportId: id } })).toBe(0)
  })
})

describe('filters on what is masked or shown in part', () => {
  it('compare whole values, and are noted once, without the value', async () => {
    await add({ kind: 'class', of: 'email' }, PART)
    for (let look = 0; look < 3; look += 1) expect(await found('data.email:ada@acme.example')).toEqual(['ada'])
    expect(await noted()).toMatchObject([{ after: { table: 'records', fields: ['data.email'] } }])
    expect(JSON.stringify(await noted())).not.toContain('ada@')
    expect(await found('data.email:bob@acme.example')).toEqual(['bob'])
    expect(await noted()).toHaveLength(2)
    expect(await found('data.email:*')).toEqual(['ada', 'bob'])
    expect(await noted()).toHaveLength(2)
  })

  it('ask for no part, no order and no word of it; others are asked as ever', async () => {
    await add({ kind: 'class', of: 'email' }, PART)
    for (const q of ['data.email:ada*', 'data.email:>5', 'data.email:[1 TO 2]'])
      expect(await found(q), q).toEqual([expect.stringContaining('data.email is masked')])
    expect(await found('ada@acme')).toEqual([])
    expect(await found('acme.example')).toEqual([])
    expect(await found('', support, 'data.email')).toEqual([expect.stringContaining('masked for you')])
    expect(await found('data.email:ada*', admin)).toEqual(['ada'])
    expect(await found('ada@acme', admin)).toEqual(['ada'])
    expect(await found('', admin, 'data.email')).toEqual(['ada', 'bob'])
  })

  it('of one entity type narrow only where every row is of another', async () => {
    await add({ kind: 'property', entityType: 'CONTACT', path: 'name' }, PART)
    expect(await found('entityType:DEAL data.name:B*')).toEqual(['bob'])
    expect(await found('(entityType:DEAL OR id:ada) data.name:A*')).toEqual([expect.stringContaining('masked')])
    expect(await found('data.name:Ada')).toEqual(['ada'])
  })
})

describe('a reveal', () => {
  const wanted = (more: Record<string, string> = {}) =>
    revealInput.parse({
      subject: 'record',
      id: 'bob',
      pointer: '/token',
      seen: '"•••••• short"',
      reason: 'Ticket 4711 asks for it',
      ...more,
    })

  it('reads one value, and the trail says who, which and why, and never what', async () => {
    expect(await revealValue(admin, wanted())).toEqual({ value: 'canary-t', changed: false })
    expect(
      await revealValue(admin, wanted({ subject: 'connection', id: 'hub', pointer: '/webhookSecret' })),
    ).toMatchObject({ value: 'canary-c' })
    const entries = await db.auditEntry.findMany({ where: { action: { in: ['record.reveal', 'connection.reveal'] } } })
    expect(entries).toMatchObject([
      { subjectId: 'bob', actorId: admin.id, after: { path: '/token', reason: 'Ticket 4711 asks for it' } },
      { subjectId: 'hub' },
    ])
    expect(JSON.stringify(entries)).not.toContain('canary')
  })

  it('says when the value has changed, is gone, or is not masked', async () => {
    await db.$executeRaw`update mastra.records set data = data || '{"token":"canary-longer-than-before"}' where id = 'bob'`
    expect(await revealValue(admin, wanted())).toMatchObject({ changed: true })
    await expect(revealValue(admin, wanted({ pointer: '/gone' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(revealValue(admin, wanted({ id: 'nobody' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(revealValue(admin, wanted({ pointer: '/name' }))).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('is refused to other roles, without a reason, of a credential, and beyond twenty in ten minutes', async () => {
    for (const role of ['SUPPORT', 'OPERATOR'] as const)
      await expect(revealValue(actorOf(role), wanted())).rejects.toMatchObject({
        code: 'FORBIDDEN',
        permission: 'values:reveal',
      })
    expect(revealInput.safeParse({ ...wanted(), reason: ' because ' }).success).toBe(false)
    expect(revealInput.safeParse({ ...wanted(), subject: 'credential' }).success).toBe(false)
    const busy = actorOf('ADMIN', 'busy')
    for (let done = 0; done < 20; done += 1) await revealValue(busy, wanted())
    await expect(revealValue(busy, wanted())).rejects.toMatchObject({ code: 'LIMIT' })
  })
})
