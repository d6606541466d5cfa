import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { addUser } from '../users/add-user'
import { changeRole } from '../users/change-role'
import { disableUser } from '../users/disable-user'
import { enableUser } from '../users/enable-user'
import { setUserPassword } from '../users/set-password'
import { currentActor, requireActorForAction } from './actor'
import { mintSession, sessionCookieName } from './session'

/** The cookies of the request that is being answered. */
const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
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
    jar.set(sessionCookieName(), await mintSession({ sub: userId, epoch: 0 }))
  })
  afterAll(() => jar.clear())

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
    jar.set(sessionCookieName(), await mintSession({ sub: userId, epoch: 1 }))
    expect(await currentActor()).toMatchObject({ id: userId })
  })

  it('is no one with a role that the code does not know', async () => {
    await test.client.user.update({ where: { id: userId }, data: { role: 'ROOT' } })
    expect(await currentActor()).toBeNull()
  })

  it('is no one without a cookie, with one made up, or for someone who is not there', async () => {
    const genuine = jar.get(sessionCookieName()) ?? ''
    // A bit in the middle: the last characters of base64 hold some that say nothing.
    const altered = `${genuine.slice(0, -8)}${genuine.at(-8) === 'x' ? 'y' : 'x'}${genuine.slice(-7)}`
    const stranger = await mintSession({ sub: crypto.randomUUID(), epoch: 0 })
    for (const value of ['', 'made up', altered, stranger]) {
      jar.set(sessionCookieName(), value)
      expect(await currentActor()).toBeNull()
    }
    jar.clear()
    expect(await currentActor()).toBeNull()
  })
})
