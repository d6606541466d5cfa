import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fingerprintOf } from '@/lib/issues/fingerprint'
import { muteCauses } from '@/lib/issues/mute'
import { gatherNotices } from './gather'
import { LISTED } from './message'
import { pauseChannel, resumeChannel } from './pause'
import { NoticeWorld } from './test/notice-world'

let world: NoticeWorld
beforeAll(async () => {
  world = await NoticeWorld.make()
  return world.drop
})
beforeEach(() => world.clean())

const words = (number: number) =>
  Array.from(
    String(number),
    (digit) => 'alpha bravo charlie delta echo foxtrot golf hotel india juliet'.split(' ')[+digit],
  ).join(' ')

describe('what is told together', () => {
  it('makes one message of 500 causes at once, whoever gathers', async () => {
    const { channelId } = await world.webhook()
    for (let number = 0; number < 500; number += 1) await world.connection('HUBSPOT', `The ${words(number)} broke`)
    await world.look()
    await gatherNotices(await world.later(0))
    expect(await world.messages(channelId)).toEqual([])
    await Promise.all(Array.from({ length: 4 }, () => world.gather()))
    const [message, ...others] = await world.messages(channelId)
    expect(others).toEqual([])
    expect(message?.data.total).toBe(500)
    expect(message?.data.events).toHaveLength(LISTED)
    expect(message?.text).toContain('500 changes')
    expect(message?.text).toContain(`And ${500 - LISTED} more`)
    expect(JSON.stringify(message).length).toBeLessThan(30_000)
  })

  it('waits for the interval, and while a message is under way', async () => {
    const { channelId } = await world.webhook({ interval: 60 })
    await world.connection('HUBSPOT', 'The first')
    await world.look()
    await world.gather()
    await world.connection('HUBSPOT', 'The second')
    await world.look()
    await world.gather(59)
    await world.gather(120)
    expect(await world.messages(channelId)).toHaveLength(1)
    await world.db.noticeMessage.updateMany({ data: { state: 'delivered' } })
    await world.gather(59)
    expect(await world.messages(channelId)).toHaveLength(1)
    await world.gather(120)
    expect((await world.messages(channelId)).map(({ text }) => text.split(' (')[0])).toEqual([
      'New cause: The first',
      'New cause: The second',
    ])
  })

  it('gathers during quiet hours and while paused, and tells it afterwards', async () => {
    const hours = { from: '00:00', to: '23:59', days: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC' }
    const { channelId } = await world.webhook({ quiet: hours })
    const ids = [await world.connection('HUBSPOT', 'At night'), await world.connection('GITHUB', 'At night too')]
    await world.look()
    await world.set(ids[0] ?? '')
    await world.look()
    const day = (await world.later(24 * 60)).toISOString().slice(0, 10)
    await gatherNotices(new Date(`${day}T12:00:00Z`))
    expect(await world.messages(channelId)).toEqual([])
    await pauseChannel(world.admin, { channelId })
    await gatherNotices(new Date(`${day}T23:59:30Z`))
    expect(await world.messages(channelId)).toEqual([])
    await resumeChannel(world.admin, { channelId })
    await gatherNotices(new Date(`${day}T23:59:30Z`))
    const [digest] = await world.messages(channelId)
    expect(digest?.data.events.map(({ event }) => event)).toEqual(['new', 'new', 'resolved'])
    expect(digest?.text).toMatch(/New cause: At night \(.*over since/)
  })

  it('leaves out what somebody has muted meanwhile', async () => {
    const { channelId } = await world.webhook()
    await world.connection('HUBSPOT', 'Seen by someone')
    await world.look()
    await muteCauses(world.admin, { causeIds: [fingerprintOf('Seen by someone')], until: null })
    await world.gather()
    expect(await world.messages(channelId)).toEqual([])
    expect(await world.events(channelId)).toEqual([])
  })

  it('tells no secret, nothing without bounds and of each thing one line', async () => {
    const { channelId } = await world.webhook()
    const hostile = `token=canary9a7b1 <script>alert(1)</script>\r\nBcc: all@evil.example ${'long '.repeat(500)}`
    await world.connection('HUBSPOT', hostile)
    await world.look()
    // As if the rules that kept it had known less.
    await world.db.issueCause.updateMany({ data: { title: hostile } })
    await world.gather()
    const [message] = await world.messages(channelId)
    expect(JSON.stringify(message)).not.toContain('canary9a7b1')
    expect(message?.data.events[0]?.cause?.title.length).toBeLessThanOrEqual(200)
    expect(message?.data.events[0]?.cause?.title).not.toMatch(/[\r\n]/)
  })
})
