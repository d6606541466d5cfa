import { beforeAll, expect, it } from 'vitest'
import { cuidPrefix } from '@/lib/db/cuid-prefix'
import { DAY, HOUR } from '@/lib/health/active-time'
import { lookAtHealth } from '@/lib/health/look'
import { insertEntity, insertRecords } from '@/lib/records/test/insert-records'
import { NoticeWorld } from './test/notice-world'

const BEGAN = Date.UTC(2026, 0, 5)
const at = (days: number, hours = 0) => new Date(BEGAN + days * DAY + hours * HOUR)
let world: NoticeWorld

beforeAll(async () => {
  world = await NoticeWorld.make()
  return world.drop
})

/** A connection of which a record came every day of 30, at 9 o'clock. */
async function daily(id: string, integration: string): Promise<void> {
  await insertEntity(world.db, { id, type: 'DEAL', name: integration, connectionId: `someone@${id}.example` })
  const records = Array.from({ length: 30 }, (_, day) => ({
    id: `${cuidPrefix(at(day, 9).getTime())}${id.padStart(16, '0')}`,
    entityId: id,
    createdAt: at(day, 9).toISOString(),
  }))
  await insertRecords(world.db, records)
}

it('tells once that a connection has gone quiet, with its habit, and not whose it is', async () => {
  await daily('first', 'HUBSPOT')
  await daily('second', 'GITHUB')
  const { channelId } = await world.webhook()
  const other = await world.webhook({ events: ['new'] })
  const github = await world.webhook({ integrations: ['GITHUB'] })
  await lookAtHealth(at(29, 12))
  expect(await world.events(channelId)).toEqual([])
  await Promise.all(Array.from({ length: 3 }, () => lookAtHealth(at(36))))
  await lookAtHealth(at(37))
  expect(await world.events(channelId)).toEqual(['quiet 1', 'quiet 1'])
  expect(await world.events(github.channelId)).toEqual(['quiet 1'])
  expect(await world.events(other.channelId)).toEqual([])
  await world.gather()
  const [message] = await world.messages(channelId)
  expect(message?.data.events).toMatchObject([
    { event: 'quiet', cause: null, connection: { evidence: expect.stringContaining('every day') } },
    { event: 'quiet', cause: null, connection: { url: expect.stringContaining('/connections/') } },
  ])
  expect(message?.text).toContain('Quiet: a connection of HUBSPOT (since 2026-')
  expect(message?.text).toContain('nothing for')
  expect(JSON.stringify(message)).not.toContain('someone@')
})
