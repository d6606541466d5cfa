import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { addUser } from '../users/add-user'
import { disableUser } from '../users/disable-user'
import { findSession } from './session-rows'
import { isOpenOffer, offerSetUp, setUp } from './set-up'
import { signIn } from './sign-in'
import { unnoted } from './test-failures'

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const PASSWORD = 'correct horse battery'
const admin = actorOf('ADMIN')
/** For a transaction of the test that stays open until others wait for it, which takes as long as they need to come there. */
const PATIENT = { timeout: 25_000 }

/** How many sessions of this database stand before a lock. */
const waiting = async (client: TestDatabase['client']) => {
  const [row] = await client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_locks
      where not granted and database = (select oid from pg_database where datname = current_database())`
  return row?.count
}

describe('signing in', () => {
  let test: TestDatabase
  let userId: string
  beforeEach(async () => {
    test = await withTestDatabase()
    userId = (await addUser(admin, { email: 'ada@example.test', role: 'SUPPORT', password: PASSWORD })).userId
    return test.drop
  })

  const attempt = (email: string, password: string, address = '192.0.2.1', replaces: string | null = null) =>
    signIn({ email, password }, { address, userAgent: AGENT, replaces }, unnoted)
  const outcome = (email: string, password: string, address?: string) =>
    attempt(email, password, address).then(
      (claims) => (claims ? 'in' : 'refused'),
      (error: { code?: string }) => error.code ?? 'failed',
    )
  /** As if `seconds` had passed since everything that was counted; less than none keeps a block up however slow the machine is. */
  const wait = (seconds: number) =>
    test.client.$executeRaw`update mastra_admin.sign_in_throttle set
      last_failed_at = last_failed_at - make_interval(secs => ${seconds}), blocked_until = blocked_until - make_interval(secs => ${seconds})`

  /** Seconds that the only one who has to wait was given. */
  const blockedFor = async () => {
    const [row] = await test.client.$queryRaw<{ seconds: number }[]>`
      select round(extract(epoch from blocked_until - last_failed_at))::int as seconds
      from mastra_admin.sign_in_throttle where blocked_until is not null`
    return row?.seconds ?? 0
  }

  it('answers the claims of a session, and says so in the trail', async () => {
    const claims = await attempt(' ADA@example.test', PASSWORD)
    const [session] = await test.client.session.findMany()
    expect(claims).toEqual({ sub: userId, sid: session?.id })
    expect(session).toMatchObject({ userId, epoch: 0, method: 'password', userAgent: AGENT, address: '192.0.2.1' })
    const entries = await test.client.auditEntry.findMany({ where: { action: 'session.sign-in' } })
    expect(entries).toMatchObject([{ actorId: userId, actorEmail: 'ada@example.test', subjectId: userId }])
    expect((await test.client.user.findUniqueOrThrow({ where: { id: userId } })).lastSignInAt).not.toBeNull()
  })

  it('is another session each time, and ends the one that the browser had, whoever it was of', async () => {
    const first = await attempt('ada@example.test', PASSWORD)
    const second = await attempt('ada@example.test', PASSWORD, '192.0.2.1', first?.sid)
    expect(second?.sid).not.toBe(first?.sid)
    expect(await test.client.session.findMany({ select: { id: true } })).toEqual([{ id: second?.sid }])
    await attempt('ada@example.test', 'wrong', '192.0.2.1', second?.sid)
    expect(await test.client.session.count()).toBe(1)
  })

  it('leaves a person their twenty latest sessions', async () => {
    const first = await attempt('ada@example.test', PASSWORD)
    for (let index = 0; index < 20; index += 1) await attempt('ada@example.test', PASSWORD)
    const left = await test.client.session.findMany({ select: { id: true } })
    expect(left).toHaveLength(20)
    expect(left).not.toContainEqual({ id: first?.sid })
  })

  it('with a password that is replaced meanwhile leads nowhere', async () => {
    const held = await test.client.$transaction(async (holder) => {
      // The sign-in has looked at the password and waits to begin its session.
      await holder.$executeRaw`lock table mastra_admin.session in share mode`
      await holder.$executeRaw`update mastra_admin."user" set session_epoch = session_epoch + 1 where id = ${userId}::uuid`
      const signing = attempt('ada@example.test', PASSWORD)
      await expect.poll(() => waiting(test.client)).toBe(1)
      return { signing }
    }, PATIENT)
    const claims = await held.signing
    expect(claims && (await findSession(claims.sid))).toBeNull()
  })

  it('answers the same for a wrong password, an unknown e-mail, a disabled person and nonsense', async () => {
    await addUser(admin, { email: 'off@example.test', role: 'SUPPORT', password: PASSWORD }).then((user) =>
      disableUser(admin, user),
    )
    expect(await attempt('ada@example.test', 'wrong')).toBeNull()
    expect(await attempt('nobody@example.test', PASSWORD)).toBeNull()
    expect(await attempt('off@example.test', PASSWORD)).toBeNull()
    for (const nonsense of [
      null,
      {},
      { email: 1, password: [] },
      { email: 'a'.repeat(999), password: 'x' },
      { email: 'a\0b', password: 'x' },
    ])
      expect(await signIn(nonsense, { address: '192.0.2.1', userAgent: AGENT, replaces: null }, unnoted)).toBeNull()
  })

  it('takes as long for an e-mail that no one has as for a wrong password', async () => {
    const took: Record<string, number[]> = { 'ada@example.test': [], 'nobody@example.test': [] }
    for (let round = 0; round < 16; round += 1) {
      for (const [email, times] of Object.entries(took)) {
        const start = performance.now()
        expect(await outcome(email, 'wrong', `192.0.2.${round}`)).toBe('refused')
        times.push(performance.now() - start)
      }
      await wait(900)
    }
    const [known = 0, unknown = 0] = Object.values(took).map((times) => times.sort((a, b) => a - b)[8])
    // Without the decoy hash an unknown e-mail would be answered many times sooner.
    expect(unknown).toBeGreaterThan(known / 2)
    expect(unknown).toBeLessThan(known * 2)
  })

  it('gives fifty tries at once one look at the password, whether the account exists or not', async () => {
    for (const email of ['ada@example.test', 'nobody@example.test']) {
      await outcome(email, 'wrong', '192.0.2.200')
      // So many that the next one has to be followed by minutes of waiting.
      await test.client.signInThrottle.updateMany({ data: { failures: 13 } })
      const tries = Array.from({ length: 50 }, (_, index) => outcome(email, 'wrong', `192.0.2.${index}`))
      const outcomes = await Promise.all(tries)
      expect(outcomes.filter((answer) => answer === 'refused')).toHaveLength(1)
      expect(outcomes.filter((answer) => answer === 'LIMIT')).toHaveLength(49)
    }
  })

  it('lets the delay grow, does not look at a right password meanwhile, and forgives after a success', async () => {
    for (let index = 0; index < 5; index += 1) expect(await outcome('ada@example.test', 'wrong')).toBe('refused')
    const delays: number[] = []
    for (let index = 0; index < 4; index += 1) {
      const delay = await blockedFor()
      delays.push(delay)
      await wait(-60)
      await expect(attempt('ada@example.test', PASSWORD)).rejects.toThrow(
        /^Too many failed sign-ins\. Try again in \d+ seconds\.$/,
      )
      await wait(60 + delay)
      expect(await outcome('ada@example.test', 'wrong')).toBe('refused')
    }
    expect(delays).toEqual([1, 2, 4, 8])
    await wait(16)
    expect(await outcome('ada@example.test', PASSWORD)).toBe('in')
    for (let index = 0; index < 5; index += 1) expect(await outcome('ada@example.test', 'wrong')).toBe('refused')
  })

  it('lets no one wait longer than a quarter of an hour', async () => {
    await outcome('ada@example.test', 'wrong')
    await test.client.signInThrottle.updateMany({ data: { failures: 2_000_000_000 } })
    expect(await outcome('ada@example.test', 'wrong')).toBe('refused')
    expect(await blockedFor()).toBe(900)
    await expect(attempt('ada@example.test', PASSWORD)).rejects.toThrow('Try again in 15 minutes.')
  })

  it('slows an address down that tries many accounts, and no other address', async () => {
    for (let index = 0; index < 21; index += 1)
      expect(await outcome(`user${index}@example.test`, 'wrong', '192.0.2.9')).toBe('refused')
    await wait(-60)
    expect(await outcome('ada@example.test', PASSWORD, '192.0.2.9')).toBe('LIMIT')
    expect(await outcome('ada@example.test', PASSWORD, '192.0.2.10')).toBe('in')
  })

  it('forgets after a day of quiet, and sweeps out what has lapsed', async () => {
    for (let index = 0; index < 5; index += 1) expect(await outcome('ada@example.test', 'wrong')).toBe('refused')
    await wait(-60)
    expect(await outcome('ada@example.test', PASSWORD)).toBe('LIMIT')
    await outcome('nobody@example.test', 'wrong', '192.0.2.2')
    await wait(60 + 24 * 60 * 60 + 1)
    for (let index = 0; index < 5; index += 1) expect(await outcome('ada@example.test', 'wrong')).toBe('refused')
    await wait(1)
    expect(await outcome('ada@example.test', PASSWORD)).toBe('in')
    // What is left is this address; the account was forgiven and the other two had lapsed.
    expect(await test.client.signInThrottle.count()).toBe(1)
  })

  it('keeps neither e-mails nor addresses', async () => {
    await outcome('ada@example.test', 'wrong')
    expect(JSON.stringify(await test.client.signInThrottle.findMany())).not.toMatch(/ada|192\.0\.2/)
  })
})

describe('the first administrator', () => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await withTestDatabase()
  })
  afterEach(() => test.drop())

  const offer = async () => new URL((await offerSetUp('https://admin.example.test')) ?? '').hash.slice(1)
  const use = (token: string, email = 'first@example.test') => setUp({ token, email, password: PASSWORD })
  it('is made once by a link of any instance, and ends all links', async () => {
    const [one, two] = [await offer(), await offer()]
    expect(await isOpenOffer(one)).toBe(true)
    await use(one)
    expect(
      await signIn(
        { email: 'first@example.test', password: PASSWORD },
        { address: '', userAgent: '', replaces: null },
        unnoted,
      ),
    ).not.toBeNull()
    expect(await isOpenOffer(two)).toBe(false)
    for (const token of [one, two, ''])
      await expect(use(token, 'second@example.test')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await offerSetUp('https://admin.example.test')).toBeNull()
    expect(await test.client.user.count()).toBe(1)
  })

  it('is one also when two links are used at the same moment', async () => {
    const tokens = [await offer(), await offer()]
    const started = await test.client.$transaction(async (holder) => {
      // Neither can finish before both are under way: reading the people goes on, adding one has to wait.
      await holder.$executeRaw`lock table mastra_admin."user" in share mode`
      const attempts = tokens.map((token, index) => use(token, `admin${index}@example.test`))
      const settled = Promise.allSettled(attempts)
      await expect.poll(() => waiting(test.client)).toBe(2)
      return { settled }
    }, PATIENT)
    expect((await started.settled).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await test.client.user.count()).toBe(1)
  })

  it('is not made by a link that is still open when someone was added in another way', async () => {
    const token = await offer()
    await addUser(admin, { email: 'ada@example.test', role: 'ADMIN', password: PASSWORD })
    expect(await isOpenOffer(token)).toBe(false)
    await expect(use(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await test.client.user.count()).toBe(1)
  })

  it('is not made by a link that has expired', async () => {
    const token = await offer()
    await test.client.oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    await expect(use(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await test.client.user.count()).toBe(0)
  })
})
