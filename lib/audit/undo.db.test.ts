import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clearIssues } from '@/lib/connections/clear-issues'
import { issueKey } from '@/lib/connections/stored-issues'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { transact } from '@/lib/db/transact'
import { restoreRecords } from '@/lib/records/restore'
import { softDeleteRecords } from '@/lib/records/soft-delete'
import { undoInput } from './schema'
import { undo } from './undo'

const ada = actorOf('OPERATOR', 'ada')
const bob = actorOf('OPERATOR', 'bob')
let db: PrismaClient
let made = 0
let records: string[]
let connection: string

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

beforeEach(async () => {
  made += 1
  const rows = await db.record.createManyAndReturn({ data: [{ entityType: 'CONTACT' }, { entityType: 'CONTACT' }] })
  records = rows.map((row) => row.id)
  const row = await db.connection.create({
    data: { name: 'GITHUB', connectionId: `user-${made}`, issues: ['a', 'b', 'a'] },
  })
  connection = row.id
})

const deletedAt = async () => {
  const rows = await db.record.findMany({ where: { id: { in: records } }, orderBy: { id: 'asc' } })
  return rows.map((row) => row.deletedAt?.toISOString() ?? null)
}
const issues = async () => (await db.connection.findUniqueOrThrow({ where: { id: connection } })).issues
const clear = (...messages: string[]) =>
  clearIssues(ada, { connectionId: connection, seen: messages.map((message) => issueKey(message)) })
const entries = (correlationId: string) => db.auditEntry.findMany({ where: { correlationId }, orderBy: { id: 'asc' } })

describe('undoing what was done to records', () => {
  it('takes one click back as a whole, and names the entries that it took back', async () => {
    const { correlationId } = await softDeleteRecords(ada, { ids: records })
    const outcome = await undo(bob, { correlationId })
    expect(new Set(outcome.undone)).toEqual(new Set(records))
    expect(await deletedAt()).toEqual([null, null])
    const undone = (await entries(correlationId)).map((entry) => entry.id)
    const undoing = await entries(outcome.correlationId)
    expect(new Set(undoing.map((entry) => entry.undoesId))).toEqual(new Set(undone))
    expect(undoing.map((entry) => [entry.action, entry.actorEmail])).toEqual([
      ['record.restore', bob.email],
      ['record.restore', bob.email],
    ])
  })

  it('takes a single entry back and leaves its companions', async () => {
    const { correlationId } = await softDeleteRecords(ada, { ids: records })
    const [first] = await entries(correlationId)
    const outcome = await undo(ada, { entryId: first?.id ?? '' })
    expect(outcome.undone).toEqual([first?.subjectId])
    expect((await deletedAt()).filter((at) => at === null)).toHaveLength(1)
    expect(await undo(ada, { correlationId })).toMatchObject({ alreadyUndone: 1, conflicts: [] })
    expect(await deletedAt()).toEqual([null, null])
  })

  it('gives the former deletion back to the millisecond, and does it again when the undo is undone', async () => {
    await softDeleteRecords(ada, { ids: records })
    const before = await deletedAt()
    const rows = await db.record.findMany({ where: { id: { in: records } } })
    const restored = await restoreRecords(ada, {
      records: rows.map((row) => ({ id: row.id, deletedAt: row.deletedAt?.toISOString() ?? '' })),
    })
    const undone = await undo(ada, { correlationId: restored.correlationId })
    expect(await deletedAt()).toEqual(before)
    await undo(ada, { correlationId: undone.correlationId })
    expect(await deletedAt()).toEqual([null, null])
  })

  it('leaves alone what changed since, and refuses when that is everything', async () => {
    const { correlationId } = await softDeleteRecords(ada, { ids: records })
    const moved = new Date('2026-01-01T00:00:00.000Z')
    await db.record.update({ where: { id: records[0] }, data: { deletedAt: moved } })
    expect(await undo(ada, { correlationId })).toMatchObject({ undone: [records[1]], conflicts: [records[0]] })
    const again = await softDeleteRecords(ada, { ids: records })
    expect(again.changed).toEqual([records[1]])
    await db.record.update({ where: { id: records[1] }, data: { deletedAt: null } })
    await expect(undo(ada, { correlationId: again.correlationId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('undoing a cleared issue', () => {
  it('puts back exactly what was removed, in front of what came since', async () => {
    const { correlationId } = await clear('a', 'b')
    await db.connection.update({ where: { id: connection }, data: { issues: { push: 'new' } } })
    const outcome = await undo(bob, { correlationId })
    expect(await issues()).toEqual(['a', 'b', 'a', 'new'])
    expect(await entries(outcome.correlationId)).toMatchObject([
      {
        action: 'connection.put-back-issues',
        before: { issues: ['a', 'new'] },
        after: { issues: ['a', 'b', 'a', 'new'] },
      },
    ])
    await undo(bob, { correlationId: outcome.correlationId })
    expect(await issues()).toEqual(['a', 'new'])
  })

  it('says that there is nothing to take back when the connection is gone', async () => {
    const { correlationId } = await clear('a')
    await db.connection.delete({ where: { id: connection } })
    await expect(undo(ada, { correlationId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('an entry is undone once', () => {
  it('names who did it before', async () => {
    const { correlationId } = await clear('a')
    await undo(bob, { correlationId })
    await expect(undo(ada, { correlationId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `Already undone by ${bob.email}.`,
    })
  })

  it('also when many people click at the same time', async () => {
    const cleared = await clear('a', 'b')
    const deleted = await softDeleteRecords(ada, { ids: records })
    for (const { correlationId } of [cleared, deleted]) {
      const attempts = await Promise.allSettled(Array.from({ length: 6 }, () => undo(bob, { correlationId })))
      expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1)
      for (const attempt of attempts)
        if (attempt.status === 'rejected')
          expect(attempt.reason).toMatchObject({ code: 'CONFLICT', message: `Already undone by ${bob.email}.` })
      const ids = (await entries(correlationId)).map((entry) => entry.id)
      expect(await db.auditEntry.count({ where: { undoesId: { in: ids } } })).toBe(ids.length)
    }
    expect(await issues()).toEqual(['a', 'b', 'a'])
    expect(await deletedAt()).toEqual([null, null])
  })
})

describe('what is refused', () => {
  it('is SUPPORT, and nothing changes; OPERATOR and ADMIN may', async () => {
    const first = await clear('a')
    const second = await clear('b')
    await expect(undo(actorOf('SUPPORT'), { correlationId: first.correlationId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await issues()).toEqual(['a'])
    await undo(ada, { correlationId: second.correlationId })
    await undo(actorOf('ADMIN'), { correlationId: first.correlationId })
    expect(await issues()).toEqual(['a', 'b', 'a'])
  })

  it('is an entry that does not exist, or of a kind that cannot be undone', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000'
    await expect(undo(ada, { entryId: nowhere })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const correlationId = await transact(ada, async (scope) => {
      await scope.audit([{ action: 'user.enable', subjectId: 'someone', after: { disabled: false } }])
      return scope.correlationId
    })
    await expect(undo(ada, { correlationId })).rejects.toMatchObject({ code: 'INVALID' })
  })

  it.each([[{}], [null], [{ entryId: 'x' }], [{ correlationId: '' }], [{ entryId: '1', correlationId: '2' }]])(
    'is what names no entry: %j',
    (input) => {
      expect(undoInput.safeParse(input).success).toBe(false)
    },
  )
})
