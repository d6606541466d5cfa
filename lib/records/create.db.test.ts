import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undo } from '@/lib/audit/undo'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { createRecord } from './create'
import { createInput } from './edit-schema'
import { insertEntity, insertRecords, storedRecords } from './test/insert-records'

const operator = actorOf('OPERATOR')
let db: PrismaClient
let run = 0
let entityId: string

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

beforeEach(async () => {
  run += 1
  entityId = `entity-${run}`
  await insertEntity(db, { id: entityId, type: 'CONTACT', name: entityId, connectionId: 'user-1' })
})

const DATA = '{"name": "Ada", "big": 12345678901234567890.10}'
const wanted = (given: { data?: string; externalId?: string | null; entityId?: string; besideTwins?: boolean } = {}) =>
  createInput.parse({
    entityId,
    data: DATA,
    externalId: `ext-${run}`,
    status: 'ACTIVE',
    enrichmentStatus: 'UNAPPLIED',
    ...given,
  })
const idOf = (outcome: Awaited<ReturnType<typeof createRecord>>) => (outcome.kind === 'created' ? outcome.id : '')

describe('creating a record', () => {
  it('makes it by hand, of its entity, with an id as Mastra makes them, and says so in the trail', async () => {
    const id = idOf(await createRecord(operator, wanted()))
    expect(id).toMatch(/^c[a-z0-9]{24}$/)
    const row = await db.record.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({
      source: 'MANUAL',
      entityType: 'CONTACT',
      entityId,
      externalId: `ext-${run}`,
      deletedAt: null,
    })
    expect(Number.parseInt(id.slice(1, 9), 36)).toBe(row.createdAt.getTime())
    expect((await storedRecords(db)).get(id)?.data).toContain('12345678901234567890.10')
    const entries = await db.auditEntry.findMany({ where: { subjectId: id } })
    expect(entries).toMatchObject([
      { action: 'record.create', subjectType: 'record', before: null, after: { externalId: `ext-${run}`, entityId } },
    ])
    expect(idOf(await createRecord(operator, wanted({ externalId: null })))).not.toBe(id)
  })

  it('warns of a live twin of the same entity before anything is made', async () => {
    await insertRecords(db, [
      { id: `here-${run}`, externalId: `ext-${run}`, entityId },
      { id: `gone-${run}`, externalId: `gone-${run}`, entityId, deletedAt: '2026-01-01T00:00:00.000Z' },
    ])
    expect(await createRecord(operator, wanted())).toEqual({ kind: 'twins', ids: [`here-${run}`] })
    expect(await db.record.count({ where: { entityId } })).toBe(2)
    expect(await createRecord(operator, wanted({ besideTwins: true }))).toMatchObject({ kind: 'created' })
    expect(await createRecord(operator, wanted({ externalId: `gone-${run}` }))).toMatchObject({ kind: 'created' })
  })

  it('is taken back by a soft-deletion, and that one by a restoration', async () => {
    const outcome = await createRecord(operator, wanted())
    const correlationId = outcome.kind === 'created' ? outcome.correlationId : ''
    const undone = await undo(operator, { correlationId })
    expect((await storedRecords(db)).get(idOf(outcome))?.deletedAt).not.toBeNull()
    await undo(operator, { correlationId: undone.correlationId })
    expect((await storedRecords(db)).get(idOf(outcome))?.deletedAt).toBeNull()
    await expect(undo(operator, { correlationId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is refused to support, without its entity, and with what is no data', async () => {
    await expect(createRecord(actorOf('SUPPORT'), wanted())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(createRecord(operator, wanted({ entityId: 'gone' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(createRecord(operator, wanted({ data: '{"a": "••••••"}' }))).rejects.toMatchObject({ code: 'INVALID' })
    await expect(createRecord(operator, wanted({ data: '{"a": "\\u0000"}' }))).rejects.toMatchObject({
      code: 'INVALID',
    })
    expect(() => wanted({ data: '[]' })).toThrow()
    expect(() => wanted({ data: 'null' })).toThrow()
    expect(() => wanted({ externalId: '' })).toThrow()
    expect(await db.record.count({ where: { entityId } })).toBe(0)
  })
})
