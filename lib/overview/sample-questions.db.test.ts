import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { provenActor } from '../auth/actor'
import type { Role } from '../auth/permissions'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { transact } from '../db/transact'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { sampleQuestions } from './sample-questions'

const support = actorOf('SUPPORT')
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})
beforeEach(async () => {
  await db.$executeRaw`truncate mastra.records, mastra.connections, mastra_admin.connection_health, mastra_admin.issue_cause cascade`
})
/** Asked again where the time that is given to it was too short on a busy machine. */
async function asked(): Promise<unknown[][]> {
  const questions = await vi.waitUntil(() => sampleQuestions(support), { timeout: 15_000 })
  return questions.map(({ key, to }) => [key, to])
}

it('asks nothing of an empty database', async () => {
  expect(await asked()).toEqual([])
})

it('asks what the database has an answer to, and leads to it', async () => {
  await insertEntity(db, { id: 'conn', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'acme' })
  await db.connection.update({ where: { id: 'conn' }, data: { issues: ['It broke'] } })
  await insertRecords(db, [
    { id: 'r1', entityId: 'conn', externalId: 'same' },
    { id: 'r2', entityId: 'conn', externalId: 'same' },
    { id: 'r3', entityId: 'conn', deletedAt: '2026-01-01T00:00:00Z' },
    { id: 'r4', enrichmentStatus: 'FAILED' },
  ])
  await db.issueCause.create({
    data: { id: 'a', title: 'It broke', kind: 'other', firstSeenAt: new Date(), appearedAt: new Date() },
  })
  await db.connectionHealth.create({
    data: { connectionId: 'x', integration: 'SLACK', customer: 'bob', state: 'failing' },
  })
  expect(await asked()).toEqual([
    ['customer', { page: 'why', q: 'bob' }],
    ['broke', { page: 'issues', q: 'appearedAt:>now-1d' }],
    ['deleted', { page: 'why', q: 'r3' }],
    ['entity', { page: 'entity', id: 'conn' }],
    ['twins', { page: 'twins' }],
    ['failed', { page: 'records', q: 'enrichmentStatus:FAILED' }],
  ])
  await db.connectionHealth.deleteMany()
  expect((await asked())[0]).toEqual(['customer', { page: 'why', q: 'acme' }])
})

it('leaves out what is muted, resolved or older than a day', async () => {
  const [now, old] = [new Date(), new Date(Date.now() - 2 * 86_400_000)]
  const cause = { title: 'It broke', kind: 'other', firstSeenAt: now, appearedAt: now }
  await db.issueCause.createMany({
    data: [
      { ...cause, id: 'muted', mutedUntilChange: true },
      { ...cause, id: 'resolved', resolvedAt: now },
      { ...cause, id: 'old', firstSeenAt: old, appearedAt: old },
    ],
  })
  expect(await asked()).toEqual([])
})

it('asks who changed a record once someone did, and never of one that is gone', async () => {
  await insertRecords(db, [{ id: 'r1' }])
  await transact(support, ({ audit }) =>
    audit(['r1', 'gone'].map((subjectId) => ({ action: 'record.archive' as const, subjectId }))),
  )
  expect(await asked()).toEqual([['changed', { page: 'record', id: 'r1' }]])
  await db.record.deleteMany()
  expect(await asked()).toEqual([['trail', { page: 'audit' }]])
})

it('says that it did not come to an answer, and not that there is none', async () => {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`lock table mastra.records in access exclusive mode`
    expect(await sampleQuestions(support)).toBeNull()
  })
})

it('is refused to whoever may not read what it looks at', async () => {
  const nobody = provenActor({ id: 'x', email: 'x@test.local', role: 'NONE' as Role })
  await expect(sampleQuestions(nobody)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
