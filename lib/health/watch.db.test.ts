import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cuidPrefix } from '@/lib/db/cuid-prefix'
import type { PrismaClient } from '@/lib/db/generated/client'
import { withTestDatabase } from '@/lib/db/test-database'
import { ORDER_SETTING } from '../records/checked-order'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { DAY, HOUR } from './active-time'
import { lookAtHealth } from './look'
import { LAG } from './read-records'
import { sweepHealth } from './sweep'

const BEGAN = Date.UTC(2026, 0, 5)
const at = (days: number, hours = 0) => new Date(BEGAN + days * DAY + hours * HOUR)
let db: PrismaClient
let made = 0

beforeAll(async () => {
  db = (await withTestDatabase()).client
})
beforeEach(async () => {
  await db.$executeRaw`truncate mastra.records, mastra.connections cascade`
  await db.$executeRaw`truncate mastra_admin.connection_health, mastra_admin.sync_moment, mastra_admin.health_change,
    mastra_admin.activity_hour, mastra_admin.health_sample, mastra_admin.health_watch, mastra_admin.setting`
})

const connection = async (id: string, name = 'HUBSPOT') => {
  await insertEntity(db, { id, type: 'DEAL', name, connectionId: `user-${id}` })
  return id
}
/** A record of the connection at each of the moments, with an id that tells it. */
const records = (connectionId: string, moments: readonly Date[]) =>
  insertRecords(
    db,
    moments.map((moment) => {
      made += 1
      const id = `${cuidPrefix(moment.getTime())}${made.toString(36).padStart(16, '0')}`
      return { id, entityId: connectionId, createdAt: moment.toISOString() }
    }),
  )
const everyDay = (days: number) => Array.from({ length: days }, (_, day) => at(day, 9))
const kept = (id: string) => db.connectionHealth.findUniqueOrThrow({ where: { connectionId: id } })
const changesOf = async (id: string) => {
  const rows = await db.healthChange.findMany({ where: { connectionId: id }, orderBy: { id: 'asc' } })
  return rows.map(({ fromState, toState }) => [fromState, toState])
}
const counted = async () => (await db.activityHour.findMany()).reduce((sum, { records }) => sum + records, 0)
/** Ids are in the order of creation, as in a large table that was checked. */
const inOrder = () =>
  db.setting.create({
    data: {
      name: ORDER_SETTING,
      value: JSON.stringify({
        ...{ suitable: true, low: 'c', high: 'd', slack: 100 },
        ...{ checkedAt: 0, advancedAt: 0, took: 0, written: 0 },
      }),
    },
  })

describe.each([
  ['all records at each look', false],
  ['each record once, along the primary key', true],
])('the watch over health, reading %s', (_, ordered) => {
  beforeEach(async () => {
    if (ordered) await inOrder()
  })

  it('learns a habit, notices when it is broken and when it is taken up again', async () => {
    const id = await connection('daily')
    await records(id, everyDay(30))
    await lookAtHealth(at(29, 12))
    expect(await kept(id)).toMatchObject({ state: 'healthy', lastSeenAt: at(29, 9) })
    const { quietAt } = await kept(id)
    expect(quietAt?.getTime()).toBeGreaterThan(at(30, 12).getTime())
    expect(quietAt?.getTime()).toBeLessThan(at(34).getTime())

    await lookAtHealth(new Date((quietAt?.getTime() ?? 0) - HOUR))
    expect(await changesOf(id)).toEqual([[null, 'healthy']])
    await lookAtHealth(new Date((quietAt?.getTime() ?? 0) + HOUR))
    expect(await kept(id)).toMatchObject({ state: 'quiet', since: quietAt })

    await records(id, [at(40, 9)])
    await lookAtHealth(at(40, 10))
    expect(await changesOf(id)).toEqual([
      [null, 'healthy'],
      ['healthy', 'quiet'],
      ['quiet', 'healthy'],
    ])
    expect(await counted()).toBe(31)
  })

  it('calls nothing quiet that came while nobody looked', async () => {
    const id = await connection('away')
    await records(id, everyDay(30))
    await lookAtHealth(at(29, 12))
    await records(id, [at(30, 9), at(31, 9), at(32, 9), at(59, 9)])
    await lookAtHealth(at(59, 12))
    expect(await changesOf(id)).toEqual([[null, 'healthy']])
  })

  it('counts each record once, with several instances at once and however often they look', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map((id) => connection(id, `SYSTEM_${id}`)))
    for (const id of ids) await records(id, everyDay(20))
    await Promise.all(Array.from({ length: 4 }, () => lookAtHealth(at(20))))
    await Promise.all(Array.from({ length: 4 }, () => lookAtHealth(at(20, 1))))
    expect(await counted()).toBe(60)
    for (const id of ids) expect(await changesOf(id)).toEqual([[null, 'healthy']])
    expect(await db.syncMoment.count()).toBe(60)
  })
})

describe('the watch over health', () => {
  it('sees syncs that only change records, by what Mastra writes of them', async () => {
    const [timed, named] = [await connection('timed'), await connection('named')]
    for (let day = 0; day < 20; day += 1) {
      await db.connection.update({ where: { id: timed }, data: { lastSyncAt: at(day, 9) } })
      await db.entity.update({ where: { id: named }, data: { lastSyncId: `sync-${day}` } })
      await lookAtHealth(at(day, 10))
    }
    expect(await kept(timed)).toMatchObject({ state: 'healthy', lastSeenAt: at(19, 9) })
    // What was there before anyone looked tells nothing of when it came.
    expect(await kept(named)).toMatchObject({ state: 'healthy', lastSeenAt: at(19, 10) })
    expect(await db.syncMoment.count({ where: { connectionId: named } })).toBe(19)
    await lookAtHealth(at(26))
    expect([(await kept(timed)).state, (await kept(named)).state]).toEqual(['quiet', 'quiet'])
  })

  it('never takes a missing time for never, nor one of the future for a sync', async () => {
    const id = await connection('unknown')
    await lookAtHealth(at(1))
    await db.connection.update({ where: { id }, data: { lastSyncAt: at(900) } })
    await lookAtHealth(at(2))
    expect(await kept(id)).toMatchObject({ state: 'unknown', lastSeenAt: null, quietAt: null })
  })

  it('tells failing from degraded by whether data comes all the same', async () => {
    const [silent, alive] = [await connection('silent'), await connection('alive')]
    await records(silent, everyDay(20))
    await records(alive, [...everyDay(40)])
    await db.connection.updateMany({ data: { issues: ['It broke'] } })
    await lookAtHealth(at(39, 12))
    expect([(await kept(silent)).state, (await kept(alive)).state]).toEqual(['failing', 'degraded'])
  })

  it('keeps the latest 500 hours of a connection and forgets one that is no more', async () => {
    const id = await connection('busy')
    await records(
      id,
      Array.from({ length: 700 }, (_, hour) => at(0, hour)),
    )
    await lookAtHealth(at(30))
    expect(await db.syncMoment.count()).toBe(500)
    await lookAtHealth(at(30, 1))
    expect(await db.syncMoment.count()).toBe(500)
    await db.$executeRaw`truncate mastra.records, mastra.connections cascade`
    await lookAtHealth(at(31))
    expect(await db.connectionHealth.count()).toBe(0)
    expect(await db.healthChange.count({ where: { connectionId: id } })).toBe(1)
    await sweepHealth(at(400))
    expect(await db.healthChange.count()).toBe(0)
  })

  it('leaves records to arrive for a while before it reads past them', async () => {
    await inOrder()
    const id = await connection('late')
    await records(id, everyDay(20))
    const now = at(20)
    await lookAtHealth(now)
    // Committed now by a process whose clock is behind.
    await records(id, [new Date(now.getTime() - LAG / 2)])
    await lookAtHealth(new Date(now.getTime() + LAG))
    expect(await counted()).toBe(21)
  })
})
