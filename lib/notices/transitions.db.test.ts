import { beforeAll, beforeEach, expect, it } from 'vitest'
import { undo } from '@/lib/audit/undo'
import { clearIssues } from '@/lib/connections/clear-issues'
import { issueKey } from '@/lib/connections/stored-issues'
import { fingerprintOf } from '@/lib/issues/fingerprint'
import { muteCauses } from '@/lib/issues/mute'
import { regroupIssues } from '@/lib/issues/regroup'
import { NoticeWorld } from './test/notice-world'

let world: NoticeWorld
beforeAll(async () => {
  world = await NoticeWorld.make()
  return world.drop
})
beforeEach(() => world.clean())

const mute = (message: string, until: string | null) =>
  muteCauses(world.admin, { causeIds: [fingerprintOf(message)], until })
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

it('tells once that a cause is new, spreads, is gone and returns', async () => {
  const { channelId } = await world.webhook()
  const first = await world.connection('HUBSPOT', 'It broke')
  await world.look()
  await world.look()
  expect(await world.events(channelId)).toEqual(['new 1'])
  const others = []
  for (const integration of ['HUBSPOT', 'GITHUB', 'GITHUB'])
    others.push(await world.connection(integration, 'It broke'))
  await world.look()
  expect(await world.events(channelId)).toEqual(['new 1', 'above 4'])
  // Around the threshold is no news again.
  await world.set(first)
  await world.look()
  await world.set(first, 'It broke')
  await world.look()
  expect(await world.events(channelId)).toEqual(['new 1', 'above 4'])
  for (const id of [first, ...others]) await world.set(id)
  await world.look()
  await world.set(first, 'It broke')
  await world.look()
  expect(await world.events(channelId)).toEqual(['new 1', 'above 4', 'resolved 0', 'reopened 1'])
})

it('tells each channel only what it wants to know', async () => {
  const only = await world.webhook({ events: ['above'], threshold: 2 })
  const github = await world.webhook({ integrations: ['GITHUB'] })
  const deleted = await world.webhook()
  await world.db.noticeChannel.update({ where: { id: deleted.channelId }, data: { removedAt: new Date() } })
  for (const number of [1, 2, 3]) await world.connection('HUBSPOT', `Quota of user ${number}0${number}77 was reached`)
  await world.connection('GITHUB', 'Something else')
  await world.look()
  expect(await world.events(only.channelId)).toEqual(['above 3'])
  expect(await world.events(github.channelId)).toEqual(['new 1'])
  expect(await world.events(deleted.channelId)).toEqual([])
})

it('passes over what is muted, and tells what is beyond the threshold still when it no longer is', async () => {
  const id = await world.connection('HUBSPOT', 'Muted one')
  await world.look()
  const { channelId } = await world.webhook({ threshold: 1 })
  await mute('Muted one', inAnHour())
  await world.connection('HUBSPOT', 'Muted one')
  await world.look()
  await world.set(id)
  await world.look()
  expect(await world.events(channelId)).toEqual([])
  await world.db.issueCause.updateMany({ data: { mutedUntil: null } })
  await world.set(id, 'Muted one')
  await world.look()
  expect(await world.events(channelId)).toEqual(['above 2'])
})

it('says nothing of what is known already, of an undone clearing, nor of better rules', async () => {
  const id = await world.connection('HUBSPOT', 'Known before')
  await world.look()
  const { channelId } = await world.webhook()
  await world.look()
  expect(await world.events(channelId)).toEqual([])
  const cleared = await clearIssues(world.admin, { connectionId: id, seen: [issueKey('Known before')] })
  expect(await world.events(channelId)).toEqual(['resolved 0'])
  await undo(world.admin, { correlationId: cleared.correlationId })
  await regroupIssues(99, () => 'f'.repeat(32))
  await world.look()
  expect(await world.events(channelId)).toEqual(['resolved 0'])
})

it('tells once although several processes look, and not at all of a look that was rolled back', async () => {
  const { channelId } = await world.webhook()
  for (const number of [1, 2, 3, 4, 5]) await world.connection('HUBSPOT', `${'abcde'[number - 1]} went wrong`)
  await Promise.all(Array.from({ length: 6 }, () => world.look()))
  expect(await world.events(channelId)).toHaveLength(5)
  await world.db.$executeRawUnsafe(
    'alter table mastra_admin.issue_cause add constraint no_more check (title <> $$The sixth$$)',
  )
  await world.connection('HUBSPOT', 'The sixth')
  await expect(world.look()).rejects.toThrow()
  expect(await world.events(channelId)).toHaveLength(5)
  await world.db.$executeRawUnsafe('alter table mastra_admin.issue_cause drop constraint no_more')
  await world.look()
  expect(await world.events(channelId)).toHaveLength(6)
})
