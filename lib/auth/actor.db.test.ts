import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { transact } from '../db/transact'
import { addUser } from '../users/add-user'
import { changeRole } from '../users/change-role'
import { disableUser } from '../users/disable-user'
import { enableUser } from '../users/enable-user'
import { setUserPassword } from '../users/set-password'
import { actorOfSession, currentActor, provenActor, requireActorForAction } from './actor'
import { isRole } from './permissions'
import { mintSession, sessionCookieName } from './session'
import { beginSession, sweepSessions } from './session-rows'
import { signOut } from './sign-out'

/** The cookies of the request that is being answered. */
const jar = new Map<string, string>()
/** And its headers. */
const asked = new Headers()
vi.mock('next/headers', () => ({
  headers: async () => asked,
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
}))

const admin = actorOf('ADMIN')
const PASSWORD = 'correct horse battery'

describe('who is behind a request', () => {
  let test: TestDatabase
  let userId: string
  beforeAll(async () => {
    test = await withTestDatabase()
    return test.drop
  })
  beforeEach(async () => {
    const email = `ada${crypto.randomUUID()}@example.test`
    userId = (await addUser(admin, { email, role: 'OPERATOR', password: PASSWORD })).userId
    jar.clear()
    await signInAgain()
  })
  afterAll(() => jar.clear())

  /** The cookie of a new session of this person. */
  const signInAgain = async () => {
    const { sessionEpoch: epoch, email, role } = await test.client.user.findUniqueOrThrow({ where: { id: userId } })
    const origin = { address: '192.0.2.1', userAgent: '', replaces: null }
    const sid = await transact(
      provenActor({ id: userId, email, role: isRole(role) ? role : 'SUPPORT' }),
      async ({ tx, audit }) => {
        await audit([])
        return beginSession(tx, { userId, epoch, method: 'password', origin })
      },
    )
    jar.set(sessionCookieName(), await mintSession({ sub: userId, sid }))
    return sid
  }
  /** As if the session had begun, and was last used, so many minutes ago. */
  const age = (minutes: { begun?: number; unused?: number }) =>
    test.client.$executeRaw`update mastra_admin.session set
      created_at = now() - make_interval(mins => ${minutes.begun ?? 0}::int),
      last_used_at = now() - make_interval(mins => ${minutes.unused ?? 0}::int) where user_id = ${userId}::uuid`
  const lastUse = async (id: string) =>
    (await test.client.session.findUniqueOrThrow({ where: { id } })).lastUsedAt.getTime()

  it('is the person that the cookie names', async () => {
    expect(await currentActor()).toMatchObject({ id: userId, role: 'OPERATOR' })
  })

  it('has at once the role that they were given meanwhile', async () => {
    await changeRole(admin, { userId, from: 'OPERATOR', to: 'SUPPORT' })
    expect(await currentActor()).toMatchObject({ id: userId, role: 'SUPPORT' })
  })

  it('is no one once the person is disabled, also after they are let in again', async () => {
    await disableUser(admin, { userId })
    expect(await currentActor()).toBeNull()
    await expect(requireActorForAction()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await enableUser(admin, { userId })
    expect(await currentActor()).toBeNull()
  })

  it('is no one also when the account was disabled by hand, which leaves the session as it was', async () => {
    await test.client.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    expect(await currentActor()).toBeNull()
  })

  it('is no one once the password is new, until they have signed in with it', async () => {
    await setUserPassword(admin, { userId, password: 'another long password' })
    expect(await currentActor()).toBeNull()
    await signInAgain()
    expect(await currentActor()).toMatchObject({ id: userId })
  })

  it('has to sign in again for a role that may more', async () => {
    await changeRole(admin, { userId, from: 'OPERATOR', to: 'ADMIN' })
    expect(await currentActor()).toBeNull()
    await signInAgain()
    expect(await currentActor()).toMatchObject({ role: 'ADMIN' })
  })

  it('is no one after two hours without use and after twelve in all, and such sessions are swept out', async () => {
    for (const [minutes, alive] of [
      [{ begun: 119, unused: 119 }, true],
      [{ begun: 121, unused: 121 }, false],
      [{ begun: 719 }, true],
      [{ begun: 721 }, false],
    ] as const) {
      await test.client.session.deleteMany({ where: { userId } })
      await signInAgain()
      await age(minutes)
      await sweepSessions()
      expect(await test.client.session.count({ where: { userId } })).toBe(alive ? 1 : 0)
      if (alive) expect(await currentActor()).not.toBeNull()
      await signInAgain()
      await age(minutes)
      expect((await currentActor()) !== null).toBe(alive)
    }
  })

  it('uses the session by asking, written down at most once a minute, and not by keeping a page open', async () => {
    const sid = await signInAgain()
    await age({ unused: 2 })
    const before = await lastUse(sid)
    expect(await actorOfSession({ sub: userId, sid })).not.toBeNull()
    expect(await currentActor()).not.toBeNull()
    await expect.poll(() => lastUse(sid)).toBeGreaterThan(before)
    const noted = await lastUse(sid)
    for (let index = 0; index < 5; index += 1) await currentActor()
    expect(await lastUse(sid)).toBe(noted)
  })

  it('is no one once the session was signed out of, and the trail says so', async () => {
    const sid = await signInAgain()
    await signOut({ sub: userId, sid })
    await signOut({ sub: userId, sid })
    await signOut(null)
    expect(await currentActor()).toBeNull()
    expect(await test.client.auditEntry.count({ where: { action: 'session.sign-out', subjectId: userId } })).toBe(1)
  })

  it('reads session and person along their primary keys', async () => {
    const plan = await test.client.$queryRaw<{ 'QUERY PLAN': string }[]>`explain select u.email
      from mastra_admin.session s join mastra_admin."user" u on u.id = s.user_id
      where s.id = ${crypto.randomUUID()}::uuid and s.epoch = u.session_epoch`
    const text = plan.map((line) => line['QUERY PLAN']).join('\n')
    expect(text).toContain('session_pkey')
    expect(text).toContain('user_pkey')
  })

  it('is no one with a role that the code does not know', async () => {
    await test.client.user.update({ where: { id: userId }, data: { role: 'ROOT' } })
    expect(await currentActor()).toBeNull()
  })

  it('is no one without a cookie, with one made up, or for someone who is not there', async () => {
    const genuine = jar.get(sessionCookieName()) ?? ''
    // A bit in the middle: the last characters of base64 hold some that say nothing.
    const altered = `${genuine.slice(0, -8)}${genuine.at(-8) === 'x' ? 'y' : 'x'}${genuine.slice(-7)}`
    const stranger = await mintSession({ sub: userId, sid: crypto.randomUUID() })
    for (const value of ['', 'made up', altered, stranger]) {
      jar.set(sessionCookieName(), value)
      expect(await currentActor()).toBeNull()
    }
    jar.clear()
    expect(await currentActor()).toBeNull()
  })
})
