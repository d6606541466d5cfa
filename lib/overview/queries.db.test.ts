import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { recordsPerDay, recordTotals } from './queries'
import { latestSample, sampleRecords } from './sample'

const support = actorOf('SUPPORT')
const now = new Date('2026-03-30T12:00:00.000Z')
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'hub', type: 'DEAL', name: 'HUBSPOT', connectionId: 'user_1' })
  await insertRecords(db, [
    { id: 'a', entityType: 'CONTACT', createdAt: '2026-03-29T21:59:59.999Z' },
    { id: 'b', entityType: 'CONTACT', createdAt: '2026-03-29T22:00:00.000Z', status: 'ARCHIVED' },
    { id: 'c', entityType: 'CONTACT', createdAt: '2026-03-30T11:00:00.000Z', deletedAt: '2026-03-30T11:30:00.000Z' },
    { id: 'd', entityType: 'DEAL', createdAt: '2026-03-01T00:00:00.000Z', entityId: 'hub' },
    {
      id: 'e',
      entityType: 'DEAL',
      createdAt: '2026-03-30T13:00:00.000Z',
      status: 'ARCHIVED',
      deletedAt: '2026-03-28T00:00:00.000Z',
    },
  ])
  return test.drop
})

const countsOf = async (...parameters: Parameters<typeof recordsPerDay>) =>
  (await recordsPerDay(...parameters))?.map(({ count }) => count)

describe('records per day', () => {
  it('are counted in the days of the viewer, also over a clock change', async () => {
    const berlin = { now, timeZone: 'Europe/Berlin' }
    expect(await recordsPerDay(support, 'createdAt', { clock: berlin, days: 3 })).toEqual([
      { start: '2026-03-27T23:00:00.000Z', count: 0 },
      { start: '2026-03-28T23:00:00.000Z', count: 1 },
      { start: '2026-03-29T22:00:00.000Z', count: 2 },
    ])
    expect(await countsOf(support, 'createdAt', { clock: { now, timeZone: 'UTC' }, days: 3 })).toEqual([0, 2, 1])
  })

  it('leave out what is older than the first day or in the future', async () => {
    const clock = { now, timeZone: 'UTC' }
    expect((await countsOf(support, 'createdAt', { clock, days: 30 }))?.reduce((a, b) => a + b)).toBe(4)
    expect((await countsOf(support, 'createdAt', { clock, days: 5 }))?.reduce((a, b) => a + b)).toBe(3)
  })

  it('are counted by deletion too', async () => {
    expect(await countsOf(support, 'deletedAt', { clock: { now, timeZone: 'UTC' }, days: 4 })).toEqual([0, 1, 0, 1])
  })
})

describe('the numbers of records', () => {
  it('count each record in one state', async () => {
    expect(await recordTotals(support)).toEqual({
      at: null,
      live: 3,
      failed: 0,
      types: [
        { entityType: 'CONTACT', active: 1, archived: 1, deleted: 1 },
        { entityType: 'DEAL', active: 1, archived: 0, deleted: 1 },
      ],
    })
  })
})

describe('the numbers of a large table', () => {
  it('are counted in the background by one at a time, and not again at once', async () => {
    expect(await sampleRecords(now)).toBe(false)
    const counted = await Promise.all([1, 2, 3].map(() => sampleRecords(now, -1)))
    expect(counted.filter(Boolean)).toHaveLength(1)
    expect(await sampleRecords(new Date(now.getTime() + 60_000), -1)).toBe(false)
    expect(await latestSample()).toEqual({
      at: now,
      types: [
        { entityType: 'CONTACT', active: 1, archived: 1, deleted: 1, failed: 0 },
        { entityType: 'DEAL', active: 1, archived: 0, deleted: 1, failed: 0 },
      ],
      deletions: [
        [Date.parse('2026-03-28T00:00:00Z'), 1],
        [Date.parse('2026-03-30T11:00:00Z'), 1],
      ],
    })
    expect(await sampleRecords(new Date(now.getTime() + 600_000), -1)).toBe(true)
  })
})
