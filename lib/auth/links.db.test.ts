import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { disableUser } from '../users/disable-user'
import { inviteUser } from '../users/invite-user'
import { makePasswordLink } from '../users/make-link'
import { askReset } from './ask-reset'
import { choosePassword, lookAtLink } from './choose-password'
import { findSession } from './session-rows'
import { LinkWorld, PASSWORD } from './test/link-world'

const NEW = 'another long password'

describe('links that choose a password', () => {
  let world: LinkWorld
  beforeAll(async () => {
    world = await LinkWorld.make()
    return world.end
  })
  beforeEach(() => world.byMail())

  it('reset a forgotten password by e-mail, and end every session and every other link', async () => {
    const { email, userId } = await world.someone()
    await world.ask(email)
    const first = world.mail.tokenFor(email) ?? ''
    await world.ask(email)
    const second = world.mail.tokenFor(email) ?? ''
    expect(second).not.toBe(first)
    expect(await lookAtLink({ token: first })).toMatchObject({ purpose: 'reset', email })
    const before = await world.enter(email, PASSWORD)
    expect(await findSession(before?.sid ?? '')).toMatchObject({ email })
    await choosePassword({ token: second, password: NEW })
    expect(await world.enter(email, PASSWORD)).toBeNull()
    expect(await findSession(before?.sid ?? '')).toBeNull()
    expect(await world.enter(email, NEW)).not.toBeNull()
    expect(await lookAtLink({ token: first })).toBeNull()
    await expect.poll(() => world.mail.received.at(-1)?.text).toContain('Your password was changed')
    expect(await world.actions(userId)).toEqual([
      'user.add',
      ...['user.ask-reset', 'user.send-link', 'user.ask-reset', 'user.send-link'],
      'user.use-link',
      'user.refuse-link',
    ])
  })

  it('are refused after their time, and that is in the trail', async () => {
    const { email, userId } = await world.someone()
    await world.ask(email)
    const token = world.mail.tokenFor(email) ?? ''
    await world.expire(userId)
    await expect(choosePassword({ token, password: NEW })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await world.enter(email, PASSWORD)).not.toBeNull()
    expect((await world.trail(userId)).at(-1)).toMatchObject({ action: 'user.refuse-link', after: { why: 'expired' } })
    for (const nonsense of ['', 'x', 'x'.repeat(200)]) {
      expect(await lookAtLink({ token: nonsense })).toBeNull()
      await expect(choosePassword({ token: nonsense, password: NEW })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('send nothing to who is unknown, disabled or was never let in, and say the same', async () => {
    const off = await world.someone()
    await disableUser(world.admin, off)
    const invited = await inviteUser(world.admin, { email: world.fresh(), role: 'SUPPORT' })
    const sent = world.mail.received.length
    for (const email of ['nobody@example.test', off.email, invited.email]) await world.ask(email)
    expect(world.mail.received.length).toBe(sent)
    expect((await world.trail(invited.userId)).at(-1)).toMatchObject({ after: { isSent: false } })
    const known = await world.someone()
    await world.ask(known.email)
    expect(world.mail.received.length).toBe(sent + 1)
  })

  it('are asked for in the same time whether the account exists or not', async () => {
    const { email } = await world.someone()
    const took: Record<string, number[]> = { [email]: [], 'nobody@example.test': [] }
    for (let round = 0; round < 16; round += 1)
      for (const [who, times] of Object.entries(took)) {
        await world.test.client.signInThrottle.deleteMany()
        const start = performance.now()
        await askReset({ email: who }, { address: '198.51.100.1', later: () => undefined })
        times.push(performance.now() - start)
      }
    const [known = 0, unknown = 0] = Object.values(took).map((times) => times.sort((a, b) => a - b)[8])
    expect(unknown).toBeGreaterThan(known / 3)
    expect(unknown).toBeLessThan(known * 3)
  })

  it('are not asked for again and again, whether the account exists or not; sign-ins go on', async () => {
    const { email } = await world.someone()
    const said = (who: string, address: string) =>
      world.ask(who, address).then(
        () => 'asked',
        (error: Error) => error.message,
      )
    for (const who of [email, `no-${email}`]) {
      const outcomes: string[] = []
      await world.test.client.signInThrottle.deleteMany()
      for (let index = 0; index < 3; index += 1) await world.ask(who, `203.0.113.${index}`)
      // A block of minutes, so that the machine may be as slow as it likes.
      await world.test.client.signInThrottle.updateMany({ data: { failures: 13, blockedUntil: null } })
      for (let index = 10; index < 13; index += 1) outcomes.push(await said(who, `203.0.113.${index}`))
      expect(
        outcomes.filter((sentence) => /^Too many links were asked for\. Try again in/.test(sentence)),
      ).toHaveLength(2)
    }
    expect(await world.enter(email, PASSWORD)).not.toBeNull()
  })

  it('come five times an hour at most', async () => {
    const { email } = await world.someone()
    const sent = world.mail.received.length
    for (let index = 0; index < 7; index += 1) {
      await world.test.client.signInThrottle.deleteMany()
      await world.ask(email)
    }
    expect(world.mail.received.length).toBe(sent + 5)
  })

  it('are used once also when they are used twice at the same moment', async () => {
    world.byHand()
    const { email, userId } = await world.someone()
    const token = world.tokenIn((await makePasswordLink(world.admin, { userId })).path)
    const tries = ['the first long password', 'the second long password']
    const outcomes = await Promise.allSettled(tries.map((password) => choosePassword({ token, password })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const works = await Promise.all(tries.map((password) => world.enter(email, password)))
    expect(works.filter((claims) => claims !== null)).toHaveLength(1)
  })
})
