import { beforeAll, describe, expect, it } from 'vitest'
import { strangerActor } from '@/lib/auth/actor'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { transact } from '@/lib/db/transact'
import { auditTrail, beginsAfter, countAuditEntries, latestAuditEntries, listAuditEntries } from './queries'
import { readAuditSearch } from './search-params'

const support = actorOf('SUPPORT')
const clock = { now: new Date(), timeZone: 'UTC' }
let db: PrismaClient
let deletion = ''

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  deletion = await transact(actorOf('OPERATOR', 'ada'), async ({ audit, correlationId }) => {
    await audit(
      ['r1', 'r2'].map((subjectId) => ({
        action: 'record.soft-delete',
        subjectId,
        before: { deletedAt: null },
        after: { deletedAt: '2026-01-01T00:00:00.000Z' },
      })),
    )
    return correlationId
  })
  const undone = await db.auditEntry.findFirstOrThrow({ where: { subjectId: 'r1' } })
  await transact(actorOf('ADMIN', 'bob'), ({ audit }) =>
    audit([{ action: 'record.restore', subjectId: 'r1', undoesId: undone.id }]),
  )
  for (let n = 0; n < 22; n += 1)
    await transact(actorOf('ADMIN', 'bob'), ({ audit }) =>
      audit([{ action: 'user.enable', subjectId: 'u1', after: { n, password: 'hunter2' } }]),
    )
  // Their day, also where another one began while the database was made.
  clock.now = new Date()
  return test.drop
})

async function found(q: string) {
  const { search } = readAuditSearch({ q })
  const result = await listAuditEntries(support, search, clock)
  return result.kind === 'page' ? result.page.rows : result.kind
}

describe('the audit trail', () => {
  it.each([
    ['', 25],
    ['action:record.*', 3],
    ['action:user.enable', 22],
    ['actor.email:ada@test.local', 2],
    ['actor.role:operator', 2],
    ['subject.type:record', 3],
    ['subject.id:r1', 2],
    ['undone:true', 1],
    ['at:today', 25],
    ['at:<now-1d', 0],
    ['bob', 23],
  ])('finds by %s', async (q, count) => {
    expect(await found(q)).toHaveLength(count)
    expect(await countAuditEntries(support, q, clock)).toEqual({ kind: 'exact', value: count })
  })

  it('finds what one click did', async () => {
    expect(await found(`correlation:${deletion}`)).toHaveLength(2)
  })

  it('says what changed, what can be undone and who did so', async () => {
    const rows = await found('subject.type:record')
    expect(rows).toMatchObject([
      { subjectId: 'r1', action: 'record.restore', undoable: true, undoneBy: null },
      { subjectId: 'r2', undoable: true },
      { subjectId: 'r1', undoable: false, undoneBy: 'bob@test.local', label: 'Soft-deleted record' },
    ])
    expect(Array.isArray(rows) && rows[1]?.changes).toEqual([
      { kind: 'value', field: 'deletedAt', before: null, after: '2026-01-01T00:00:00.000Z' },
    ])
  })

  it('shows no secret that got into an entry', async () => {
    expect(JSON.stringify(await found(''))).not.toContain('hunter2')
  })

  it('is paged by keys, newest first', async () => {
    const { search } = readAuditSearch({})
    const all = await found('')
    const first = await listAuditEntries(support, { ...search, size: 10 as 25 }, clock)
    if (first.kind !== 'page' || !Array.isArray(all)) throw new Error('No page.')
    const second = await listAuditEntries(support, { ...search, size: 10 as 25, after: first.page.next ?? '' }, clock)
    if (second.kind !== 'page') throw new Error('No page.')
    expect([...first.page.rows, ...second.page.rows]).toEqual(all.slice(0, 20))
  })

  it('refuses filters, sorts and cursors that it does not know', async () => {
    expect(await found('action:record.delete')).toBe('filter')
    expect(readAuditSearch({ sort: 'at' }).problems).toMatchObject([{ parameter: 'sort' }])
    const { search } = readAuditSearch({ after: 'x' })
    expect(await listAuditEntries(support, search, clock)).toMatchObject({ kind: 'params' })
  })

  it('gives the last entries of one subject, and says that there are more', async () => {
    expect(await auditTrail(support, { type: 'user', id: 'u1' })).toMatchObject({ more: true })
    const trail = await auditTrail(support, { type: 'record', id: 'r1' })
    expect(trail.entries.map((entry) => entry.action)).toEqual(['record.restore', 'record.soft-delete'])
    expect(trail.more).toBe(false)
    expect(await latestAuditEntries(support, 3)).toHaveLength(3)
  })

  it('calls a person who is there by their address, and one who is not by the id', async () => {
    const { id } = await db.user.create({ data: { email: 'eve@test.local', role: 'SUPPORT', passwordHash: 'x' } })
    await transact(actorOf('ADMIN', 'bob'), ({ audit }) => audit([{ action: 'user.enable', subjectId: id }]))
    const [named, nameless] = await latestAuditEntries(support, 2)
    expect(named).toMatchObject({ subjectId: id, subjectName: 'eve@test.local' })
    expect(nameless).toMatchObject({ subjectId: 'u1', subjectName: null })
  })

  it('calls a rule, a view, a channel and a token as their entry does, but not by what is masked', async () => {
    const masked = { target: { kind: 'key', key: 'passport' }, effect: { shown: 'masked' }, note: null }
    await transact(actorOf('ADMIN', 'bob'), ({ audit }) =>
      audit([
        { action: 'masking.remove', subjectId: 'm1', before: masked },
        { action: 'view.rename', subjectId: 'v1', before: { name: 'Old' }, after: { name: 'New' } },
        { action: 'view.share', subjectId: 'v1', after: { shared: true } },
        { action: 'notice.add', subjectId: 'n1', after: { name: 'sk_live_4eC39HqLyjWDarjtT1zdp7dc' } },
        { action: 'record.create', subjectId: 'r9', after: { name: 'Ada' } },
      ]),
    )
    const names = (await latestAuditEntries(support, 5)).map(({ action, subjectName }) => [action, subjectName])
    expect(Object.fromEntries(names)).toEqual({
      'masking.remove': 'passport',
      'view.rename': 'New',
      'view.share': null,
      'notice.add': null,
      'record.create': null,
    })
  })

  it('offers to take back a role or a rule only to who may give it', async () => {
    const role = { before: { role: 'SUPPORT' }, after: { role: 'OPERATOR' } }
    await transact(actorOf('ADMIN', 'bob'), ({ audit }) =>
      audit([{ action: 'user.change-role', subjectId: 'u7', ...role }]),
    )
    expect((await latestAuditEntries(actorOf('OPERATOR', 'ada'), 1))[0]).toMatchObject({ undoable: false })
    expect((await latestAuditEntries(actorOf('ADMIN', 'bob'), 1))[0]).toMatchObject({ undoable: true })
  })

  it('says when it begins to who asks for a time before', async () => {
    const first = await db.auditEntry.findFirstOrThrow({ orderBy: { id: 'asc' } })
    const begins = (q: string) => beginsAfter(support, q, clock)
    expect(await begins('at:yesterday')).toBe(first.at.toISOString())
    expect(await begins('action:user.enable at:<now-30d')).toBe(first.at.toISOString())
    expect(await begins('at:today actor.email:nobody@test.local')).toBeNull()
    expect(await begins('actor.email:nobody@test.local')).toBeNull()
  })

  it('has no role for who has not signed in, whatever was written down', async () => {
    await transact(strangerActor(), ({ audit }) => audit([{ action: 'session.fail', subjectId: 'nobody-there' }]))
    expect(await found('subject.id:nobody-there')).toMatchObject([{ actorEmail: 'not signed in', actorRole: null }])
    expect(await found('actor.role:support subject.id:nobody-there')).toEqual([])
    expect(await found('-actor.role:*')).toHaveLength(1)
  })
})
