import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { clearIssues } from '../connections/clear-issues'
import { getConnection } from '../connections/detail-queries'
import { issueKey } from '../connections/stored-issues'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { rememberIssues } from '../issues/remember'
import { addNote } from '../notes/add'
import { softDeleteRecords } from '../records/soft-delete'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { TIMELINE_KINDS, type TimelineEntry, type TimelineKind } from './dto'
import { timelinePage } from './queries'

const operator = actorOf('OPERATOR')
const scope = { connectionIds: ['hubspot', 'slack'], customer: 'ada' }
const batchId = randomUUID()

beforeAll(async () => {
  const { client: db, drop } = await withTestDatabase()
  await insertEntity(db, { id: 'hubspot', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'ada' })
  await insertEntity(db, { id: 'slack', type: 'MESSAGE', name: 'SLACK', connectionId: 'ada' })
  await insertEntity(db, { id: 'other', type: 'MESSAGE', name: 'SLACK', connectionId: 'bob' })
  await insertRecords(db, [
    { id: 'r1', entityId: 'hubspot', createdAt: '2026-05-01T10:00:00.000Z' },
    { id: 'r2', entityId: 'hubspot', createdAt: '2026-05-01T22:00:00.000Z' },
    { id: 'r3', entityId: 'hubspot', createdAt: '2026-05-03T10:00:00.000Z' },
    { id: 'o1', entityId: 'other', createdAt: '2026-05-03T10:00:00.000Z' },
  ])
  await happen(db)
  return drop
})

async function happen(db: PrismaClient): Promise<void> {
  const issues = ['token=canary-3b1 expired']
  await db.connection.update({ where: { id: 'hubspot' }, data: { issues, lastSyncAt: new Date('2026-05-04') } })
  await db.connection.update({ where: { id: 'other' }, data: { issues: ['another'] } })
  await rememberIssues()
  await clearIssues(operator, { connectionId: 'hubspot', seen: issues.map(issueKey) })
  await addNote(operator, { subjectType: 'connection', subjectId: 'hubspot', text: 'Called about token=canary-3b1' })
  await addNote(operator, { subjectType: 'customer', subjectId: 'ada', text: 'A good one' })
  await addNote(operator, { subjectType: 'customer', subjectId: 'bob', text: 'Another one' })
  await softDeleteRecords(operator, { ids: ['r1', 'r2'] })
  await softDeleteRecords(operator, { ids: ['o1'] })
  const changed = { fromState: 'healthy', toState: 'failing', at: new Date('2026-05-05') }
  await db.healthChange.create({
    data: { connectionId: 'hubspot', integration: 'HUBSPOT', customer: 'ada', ...changed },
  })
  const group = { connectionId: 'hubspot', connection: 'HUBSPOT', endUser: 'ada', entityType: 'CONTACT', state: 'live' }
  await db.batch.create({
    data: {
      id: batchId,
      verb: 'archive',
      scope: {},
      state: 'done',
      actorId: 'x',
      actorEmail: 'x@test.local',
      startedAt: new Date('2026-05-06'),
      preview: { groups: [{ ...group, count: 3 }] },
    },
  })
}

async function page(kind: TimelineKind | 'all', size = 100, after?: string) {
  const found = await timelinePage(operator, scope, { kind, after }, size)
  if (!found || 'problem' in found) throw new Error('There is no page.')
  return found
}

const whats = (rows: readonly TimelineEntry[]) => rows.map(({ what }) => what)

describe('a timeline', () => {
  it('has everything that is known of its connections, newest first, and nothing of others', async () => {
    const { rows, next } = await page('all')
    expect(next).toBeNull()
    expect(rows.map(({ at }) => at)).toEqual(
      rows
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    )
    expect(new Set(whats(rows))).toEqual(
      new Set([
        'connected',
        'changed',
        'synced',
        'entity',
        'created',
        'got',
        'went',
        'action',
        'batch',
        'note',
        'health',
      ]),
    )
    expect(JSON.stringify(rows)).not.toMatch(/bob|"o1"|other|Another/)
    expect(rows.every(({ connectionId, integration }) => connectionId === null || integration !== null)).toBe(true)
  })

  it('tells creations by day, clearings with who did them, and what one click did as one', async () => {
    const { rows } = await page('all')
    const of = (what: TimelineEntry['what']) => rows.filter((row) => row.what === what)
    expect(of('created')).toMatchObject([
      { at: '2026-05-03T10:00:00.000Z', counts: [{ entityType: 'CONTACT', count: 1 }] },
      { at: '2026-05-01T22:00:00.000Z', from: '2026-05-01T10:00:00.000Z', counts: [{ count: 2 }] },
    ])
    expect(of('went')).toMatchObject([{ by: operator.email }])
    expect(of('action')).toMatchObject([
      { label: 'Soft-deleted record', count: 2 },
      { label: 'Cleared issues', count: 1 },
    ])
    expect(of('batch')).toMatchObject([{ batchId, label: 'Archive', count: 3 }])
    expect(of('health')).toMatchObject([{ from: 'healthy', to: 'failing' }])
  })

  it('has no secret in it', async () => {
    expect(JSON.stringify(await page('all'))).not.toContain('canary')
  })

  it('can be narrowed to each kind, which together are all of it', async () => {
    const all = await page('all')
    const parts = await Promise.all(TIMELINE_KINDS.map((kind) => page(kind)))
    expect(parts.every(({ rows }) => rows.length > 0)).toBe(true)
    expect(parts.flatMap(({ rows }) => rows.map(({ key, at }) => `${at} ${key}`)).sort()).toEqual(
      all.rows.map(({ key, at }) => `${at} ${key}`).sort(),
    )
  })

  it.each([1, 2, 3, 5])('is the same in pages of %i', async (size) => {
    const all = await page('all')
    const read: TimelineEntry[] = []
    for (let after: string | undefined, step = 0; step < 60; step += 1) {
      const found = await page('all', size, after)
      read.push(...found.rows)
      if (found.next === null) break
      after = found.next
    }
    expect(read).toEqual(all.rows)
  })

  it('says so when it is asked for a place that is none', async () => {
    expect(await timelinePage(operator, scope, { kind: 'all', after: 'nonsense' }, 10)).toMatchObject({
      problem: { parameter: 'after' },
    })
  })
})

describe('a connection without a credential', () => {
  it('says nothing of its end', async () => {
    expect((await getConnection(operator, 'slack'))?.credential).toBeNull()
  })
})
