import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { type MailServer, startMailServer } from '../db/test-mail-server'
import { env } from '../env'
import { addUser } from '../users/add-user'
import { disableUser } from '../users/disable-user'
import { inviteUser } from '../users/invite-user'
import { makePasswordLink } from '../users/make-link'
import { askReset } from './ask-reset'
import { choosePassword, lookAtLink } from './choose-password'
import { findSession } from './session-rows'
import { signIn } from './sign-in'
import { unnoted } from './test-failures'

const admin = actorOf('ADMIN')
const PASSWORD = 'correct horse battery'
const NEW = 'another long password'

describe('links that choose a password', () => {
  let test: TestDatabase
  let mail: MailServer
  let added = 0
  beforeAll(async () => {
    mail = await startMailServer()
    test = await withTestDatabase()
  })
  beforeEach(() => {
    Object.assign(env(), { SMTP_URL: mail.url, SMTP_FROM: 'Mastra Admin <admin@acme.example>' })
    mail.refuse(false)
  })
  afterAll(async () => {
    Object.assign(env(), { SMTP_URL: undefined, SMTP_FROM: undefined })
    await test.drop()
    await mail.stop()
  })

  const byHand = () => Object.assign(env(), { SMTP_URL: undefined })
  const fresh = () => {
    added += 1
    return `user${added}@example.test`
  }
  const someone = async (role: 'SUPPORT' | 'ADMIN' = 'SUPPORT') => {
    const email = fresh()
    return { email, ...(await addUser(admin, { email, role, password: PASSWORD })) }
  }
  const tokenIn = (path: string | null) => path?.split('#')[1] ?? ''
  const enter = (email: string, password: string) =>
    signIn({ email, password }, { address: `192.0.2.${added}`, userAgent: '', replaces: null }, unnoted)
  const expire = (userId: string) =>
    test.client.oneTimeLink.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } })
  const trail = async (subjectId: string) =>
    test.client.auditEntry.findMany({
      where: { subjectId, NOT: { action: 'session.sign-in' } },
      orderBy: { id: 'asc' },
      select: { action: true, after: true, actorEmail: true },
    })
  const actions = async (id: string) => (await trail(id)).map(({ action }) => action)
  /** Asks as the page does, and waits for what goes on after the answer. */
  const ask = async (email: string, address = `198.51.100.${added}`) => {
    const work: (() => Promise<void>)[] = []
    await askReset({ email }, { address, later: (piece) => void work.push(piece) })
    for (const piece of work) await piece()
  }

  it('reset a forgotten password by e-mail, and end every session and every other link', async () => {
    const { email, userId } = await someone()
    await ask(email)
    const first = mail.tokenFor(email) ?? ''
    await ask(email)
    const second = mail.tokenFor(email) ?? ''
    expect(second).not.toBe(first)
    expect(await lookAtLink({ token: first })).toMatchObject({ purpose: 'reset', email })
    const before = await enter(email, PASSWORD)
    expect(await findSession(before?.sid ?? '')).toMatchObject({ email })
    await choosePassword({ token: second, password: NEW })
    expect(await enter(email, PASSWORD)).toBeNull()
    expect(await findSession(before?.sid ?? '')).toBeNull()
    expect(await enter(email, NEW)).not.toBeNull()
    expect(await lookAtLink({ token: first })).toBeNull()
    await expect.poll(() => mail.received.at(-1)?.text).toContain('Your password was changed')
    expect(await actions(userId)).toEqual([
      'user.add',
      ...['user.ask-reset', 'user.send-link', 'user.ask-reset', 'user.send-link'],
      'user.use-link',
      'user.refuse-link',
    ])
  })

  it('are refused after their time, and that is in the trail', async () => {
    const { email, userId } = await someone()
    await ask(email)
    const token = mail.tokenFor(email) ?? ''
    await expire(userId)
    await expect(choosePassword({ token, password: NEW })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await enter(email, PASSWORD)).not.toBeNull()
    expect((await trail(userId)).at(-1)).toMatchObject({ action: 'user.refuse-link', after: { why: 'expired' } })
    for (const nonsense of ['', 'x', 'x'.repeat(200)]) {
      expect(await lookAtLink({ token: nonsense })).toBeNull()
      await expect(choosePassword({ token: nonsense, password: NEW })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('send nothing to who is unknown, disabled or was never let in, and say the same', async () => {
    const off = await someone()
    await disableUser(admin, off)
    const invited = await inviteUser(admin, { email: fresh(), role: 'SUPPORT' })
    const sent = mail.received.length
    for (const email of ['nobody@example.test', off.email, invited.email]) await ask(email)
    expect(mail.received.length).toBe(sent)
    expect((await trail(invited.userId)).at(-1)).toMatchObject({ after: { isSent: false } })
    const known = await someone()
    await ask(known.email)
    expect(mail.received.length).toBe(sent + 1)
  })

  it('are asked for in the same time whether the account exists or not', async () => {
    const { email } = await someone()
    const took: Record<string, number[]> = { [email]: [], 'nobody@example.test': [] }
    for (let round = 0; round < 16; round += 1)
      for (const [who, times] of Object.entries(took)) {
        await test.client.signInThrottle.deleteMany()
        const start = performance.now()
        await askReset({ email: who }, { address: '198.51.100.1', later: () => undefined })
        times.push(performance.now() - start)
      }
    const [known = 0, unknown = 0] = Object.values(took).map((times) => times.sort((a, b) => a - b)[8])
    expect(unknown).toBeGreaterThan(known / 3)
    expect(unknown).toBeLessThan(known * 3)
  })

  it('are not asked for again and again, whether the account exists or not; sign-ins go on', async () => {
    const { email } = await someone()
    const said = (who: string, address: string) =>
      ask(who, address).then(
        () => 'asked',
        (error: Error) => error.message,
      )
    for (const who of [email, `no-${email}`]) {
      const outcomes: string[] = []
      await test.client.signInThrottle.deleteMany()
      for (let index = 0; index < 3; index += 1) await ask(who, `203.0.113.${index}`)
      // A block of minutes, so that the machine may be as slow as it likes.
      await test.client.signInThrottle.updateMany({ data: { failures: 13, blockedUntil: null } })
      for (let index = 10; index < 13; index += 1) outcomes.push(await said(who, `203.0.113.${index}`))
      expect(
        outcomes.filter((sentence) => /^Too many links were asked for\. Try again in/.test(sentence)),
      ).toHaveLength(2)
    }
    expect(await enter(email, PASSWORD)).not.toBeNull()
  })

  it('come five times an hour at most', async () => {
    const { email } = await someone()
    const sent = mail.received.length
    for (let index = 0; index < 7; index += 1) {
      await test.client.signInThrottle.deleteMany()
      await ask(email)
    }
    expect(mail.received.length).toBe(sent + 5)
  })

  it('are used once also when they are used twice at the same moment', async () => {
    byHand()
    const { email, userId } = await someone()
    const token = tokenIn((await makePasswordLink(admin, { userId })).path)
    const tries = ['the first long password', 'the second long password']
    const outcomes = await Promise.allSettled(tries.map((password) => choosePassword({ token, password })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const works = await Promise.all(tries.map((password) => enter(email, password)))
    expect(works.filter((claims) => claims !== null)).toHaveLength(1)
  })
})
