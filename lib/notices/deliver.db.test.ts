import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { env } from '@/lib/env'
import { deliverNext } from './deliver'
import { resumeChannel } from './pause'
import { getChannel } from './queries'
import { rotateSecret } from './rotate'
import { sendAgain } from './send-again'
import { sendTest } from './send-test'
import { NoticeWorld } from './test/notice-world'
import { Receiver } from './test/receiver'

let world: NoticeWorld
let receiver: Receiver
const MINUTE = 60_000

beforeAll(async () => {
  env().NOTICES_ALLOW_PRIVATE = '1'
  world = await NoticeWorld.make()
  receiver = await Receiver.start()
  return world.drop
})
afterAll(() => receiver.stop())
beforeEach(async () => {
  await world.clean()
  receiver.received.length = 0
  receiver.answer = { status: 204 }
})

/** A channel with one message that is due in a minute. */
async function due(...messages: string[]) {
  const channel = await world.webhook({}, receiver.address)
  for (const message of messages.length > 0 ? messages : ['It broke']) await world.connection('HUBSPOT', message)
  await world.look()
  await world.gather()
  return channel
}
const at = (now: Date) => ({ now: () => now, random: () => 0.5 })
const stored = async (channelId: string) => world.db.noticeMessage.findFirstOrThrow({ where: { channelId } })
const deliveries = async (channelId: string) => (await getChannel(world.admin, channelId))?.deliveries ?? []

describe('sending', () => {
  it('delivers what happened, signed, once, although several instances watch', async () => {
    const { channelId, secret } = await due('It broke', 'Another thing')
    const now = await world.later(2)
    const sent = await Promise.all(Array.from({ length: 6 }, () => deliverNext(at(now))))
    expect(sent.filter(Boolean)).toHaveLength(1)
    expect(receiver.received).toHaveLength(1)
    const [{ body, headers } = { body: '', headers: {} }] = receiver.received
    expect(signedBy(secret, headers, body, now)).toMatchObject({ type: 'notice', data: { total: 2 } })
    expect(await deliveries(channelId)).toMatchObject([
      { state: 'delivered', tries: 1, outcome: expect.stringMatching(/^204 after \d+ ms$/) },
    ])
  })

  it('tries again later and later under the same id, and what waits meanwhile is told afterwards', async () => {
    const { channelId } = await due()
    receiver.answer = { status: 503 }
    let now = await world.later(2)
    const begun = now.getTime()
    const seconds: number[] = []
    for (let round = 0; round < 4; round += 1) {
      expect(await deliverNext(at(now))).toBe(true)
      expect(await deliverNext(at(now))).toBe(false)
      const { nextAt } = await stored(channelId)
      seconds.push((nextAt.getTime() - now.getTime()) / 1_000)
      now = nextAt
    }
    expect(seconds).toEqual([10, 30, 90, 270])
    expect((await getChannel(world.admin, channelId))?.state).toBe('failing')
    await world.connection('HUBSPOT', 'Meanwhile')
    await world.look()
    await world.gather(60)
    expect(await world.messages(channelId)).toHaveLength(1)
    receiver.answer = { status: 200 }
    await deliverNext(at(now))
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toHaveProperty('size', 1)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp']))).toHaveProperty('size', 5)
    expect(now.getTime() - begun).toBe(400_000)
    await world.gather(60)
    expect((await world.messages(channelId)).map(({ text }) => text.split(' (')[0])).toEqual([
      'New cause: It broke',
      'New cause: Meanwhile',
    ])
  })

  it('gives up after a day, switches the channel off with an entry, and goes on when it is resumed', async () => {
    const { channelId } = await due()
    receiver.answer = { status: 500 }
    let now = await world.later(2)
    while (await deliverNext(at(now)))
      now = new Date(Math.max(now.getTime() + 1, (await stored(channelId)).nextAt.getTime()))
    const channel = await getChannel(world.admin, channelId)
    expect(channel).toMatchObject({ state: 'off', offReason: expect.stringContaining('500 after') })
    expect(channel?.deliveries).toMatchObject([{ state: 'failed', tries: 13 }])
    const entries = await world.db.auditEntry.findMany({ where: { subjectId: channelId, action: 'notice.switch-off' } })
    expect(entries).toMatchObject([{ actorEmail: 'notices' }])
    const [message] = channel?.deliveries ?? []
    await expect(sendAgain(world.admin, { messageId: message?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' })
    receiver.answer = { status: 204 }
    await resumeChannel(world.admin, { channelId })
    await sendAgain(world.admin, { messageId: message?.id ?? '' })
    await deliverNext(at(await world.later(1)))
    expect(await deliveries(channelId)).toMatchObject([{ state: 'delivered', tries: 14 }])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toHaveProperty('size', 1)
  })

  it('takes 410 for the last word', async () => {
    const { channelId } = await due()
    receiver.answer = { status: 410 }
    await deliverNext(at(await world.later(2)))
    expect(await getChannel(world.admin, channelId)).toMatchObject({
      state: 'off',
      offReason: expect.stringContaining('410'),
    })
  })

  it('loses nothing when a process is killed while it sends, and sends the same message again', async () => {
    const { channelId } = await due()
    await world.db.noticeMessage.updateMany({ data: { nextAt: await world.later(-1) } })
    receiver.answer = 'silence'
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/notices/test/notice-process.ts'], {
      env: {
        PATH: env().PATH,
        DATABASE_URL: world.appUrl,
        TSX_TSCONFIG_PATH: 'scripts/tsconfig.json',
        LOG_LEVEL: 'silent',
        NODE_ENV: 'production',
        NOTICES_ALLOW_PRIVATE: '1',
      },
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { timeout: 30_000 })
    child.kill('SIGKILL')
    await once(child, 'exit')
    receiver.answer = { status: 204 }
    // While the dead process would still be at it, nobody else is.
    expect(await deliverNext(at(await world.later(0)))).toBe(false)
    expect(await deliverNext(at(await world.later(2)))).toBe(true)
    expect(receiver.received.map(({ body }) => body)).toEqual([receiver.received[0]?.body, receiver.received[0]?.body])
    expect(await deliveries(channelId)).toMatchObject([{ state: 'delivered', tries: 2 }])
  })

  it('writes nothing of a try that took so long that another has taken over', async () => {
    const { channelId } = await due()
    const now = await world.later(2)
    const late = deliverNext({
      ...at(now),
      send: async () => {
        await deliverNext(at(new Date(now.getTime() + 2 * MINUTE)))
        return { accepted: false, status: 500, millis: 1, sentence: '500 after 1 ms' }
      },
    })
    expect(await late).toBe(true)
    expect(await deliveries(channelId)).toMatchObject([{ state: 'delivered', tries: 2 }])
  })
})

describe('by hand', () => {
  it('tests a channel at once, also a paused one, and tells what came of it', async () => {
    const { channelId, secret } = await world.webhook({}, receiver.address)
    await world.db.noticeChannel.update({ where: { id: channelId }, data: { pausedBy: 'someone' } })
    expect(await sendTest(world.admin, { channelId })).toMatchObject({
      accepted: true,
      sentence: expect.stringMatching(/^204 after \d+ ms$/),
    })
    const [{ body, headers } = { body: '', headers: {} }] = receiver.received
    expect(signedBy(secret, headers, body, new Date())).toMatchObject({ type: 'test' })
    receiver.answer = { status: 500 }
    expect(await sendTest(world.admin, { channelId })).toMatchObject({ accepted: false })
    expect(await deliverNext(at(await world.later(60)))).toBe(false)
  })

  it('signs with the secret before as well for a day after a new one was made', async () => {
    const { channelId, secret } = await world.webhook({}, receiver.address)
    const rotated = await rotateSecret(world.admin, { channelId })
    await sendTest(world.admin, { channelId })
    const [{ body, headers } = { body: '', headers: {} }] = receiver.received
    for (const key of [secret, rotated.secret]) expect(signedBy(key, headers, body, new Date())).toBeTruthy()
    await world.db.noticeChannel.update({ where: { id: channelId }, data: { formerUntil: new Date(0) } })
    await sendTest(world.admin, { channelId })
    const later = receiver.received[1] ?? { body: '', headers: {} }
    expect(() => signedBy(secret, later.headers, later.body, new Date())).toThrow()
  })

  it('says so when the session key was changed, with which the secrets are sealed', async () => {
    const { channelId } = await world.webhook({}, receiver.address)
    await world.db.noticeChannel.update({ where: { id: channelId }, data: { sealedSecret: 'sealed by another key' } })
    expect((await sendTest(world.admin, { channelId })).sentence).toContain('session key')
    expect(receiver.received).toEqual([])
  })
})

/** What the library of the specification makes of it, its clock set to when it was sent. */
function signedBy(secret: string, headers: object, body: string, now: Date): unknown {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>)
  } finally {
    vi.useRealTimers()
  }
}
