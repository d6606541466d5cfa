import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, provenActor } from '../auth/actor'
import type { Role } from '../auth/permissions'
import { findSession } from '../auth/session-rows'
import { signIn } from '../auth/sign-in'
import { unnoted } from '../auth/test-failures'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { addUser } from '../users/add-user'
import { changePassword } from './change-password'
import { endSession } from './end-session'
import { endSessionsOf } from './end-sessions'
import { listSessions } from './queries'

const PASSWORD = 'correct horse battery'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

let test: TestDatabase
beforeAll(async () => {
  test = await withTestDatabase()
  return test.drop
})

/** Someone new who is signed in `times` times, and the actor of the last of these sessions. */
async function signedIn(role: Role, times = 1): Promise<{ actor: Actor; sessions: string[] }> {
  const email = `${crypto.randomUUID()}@example.test`
  const { userId } = await addUser(actorOf('ADMIN'), { email, role, password: PASSWORD })
  const sessions: string[] = []
  for (let index = 0; index < times; index += 1) sessions.push(await signInAs(email))
  const session = { id: sessions.at(-1) ?? '', method: 'password' as const, provenAt: new Date() }
  return { actor: provenActor({ id: userId, email, role }, session), sessions }
}

async function signInAs(email: string, password = PASSWORD): Promise<string> {
  const claims = await signIn(
    { email, password },
    { address: '192.0.2.7', userAgent: FIREFOX, replaces: null },
    unnoted,
  )
  if (!claims) throw new Error('The sign-in was refused.')
  return claims.sid
}

const isAlive = async (sessionId: string) => (await findSession(sessionId)) !== null
const ended = (userId: string) =>
  test.client.auditEntry.findMany({ where: { action: 'session.end', subjectId: userId } })

describe('the sessions of a person', () => {
  it('are listed with device, address and use, the one that asks first, and nobody else’s', async () => {
    const { actor, sessions } = await signedIn('SUPPORT', 2)
    await signedIn('SUPPORT')
    const listed = await listSessions(actor)
    expect(listed.map(({ id }) => id)).toEqual([...sessions].reverse())
    expect(listed.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
    expect(listed[0]).toMatchObject({ device: 'Firefox on Linux', address: '192.0.2.7', method: 'password' })
  })

  it('are ended one by one, once, and the trail says which', async () => {
    const { actor, sessions } = await signedIn('SUPPORT', 2)
    const [sessionId = ''] = sessions
    expect(await endSession(actor, { sessionId })).toEqual({ changed: true })
    expect(await endSession(actor, { sessionId })).toEqual({ changed: false })
    expect(await Promise.all(sessions.map(isAlive))).toEqual([false, true])
    expect(await ended(actor.id)).toMatchObject([{ actorId: actor.id, before: { device: 'Firefox on Linux' } }])
  })

  it('are all ended but the one that asks', async () => {
    const { actor, sessions } = await signedIn('OPERATOR', 3)
    expect(await endSessionsOf(actor, {})).toEqual({ ended: 2 })
    expect(await Promise.all(sessions.map(isAlive))).toEqual([false, false, true])
    expect(await endSessionsOf(actor, {})).toEqual({ ended: 0 })
    expect(await ended(actor.id)).toHaveLength(2)
  })

  it('are ended by whoever manages users, and by no one else', async () => {
    const { actor: victim, sessions } = await signedIn('SUPPORT', 3)
    const [one = '', two = ''] = sessions
    for (const role of ['SUPPORT', 'OPERATOR'] as const) {
      const { actor } = await signedIn(role)
      const refused = { code: 'FORBIDDEN' }
      await expect(listSessions(actor, victim.id)).rejects.toMatchObject(refused)
      await expect(endSession(actor, { sessionId: one })).rejects.toMatchObject(refused)
      await expect(endSessionsOf(actor, { userId: victim.id })).rejects.toMatchObject(refused)
    }
    expect(await ended(victim.id)).toEqual([])
    const { actor: admin } = await signedIn('ADMIN')
    expect(await listSessions(admin, victim.id)).toHaveLength(3)
    expect(await endSession(admin, { sessionId: two })).toEqual({ changed: true })
    expect(await endSessionsOf(admin, { userId: victim.id })).toEqual({ ended: 2 })
    expect(await Promise.all(sessions.map(isAlive))).toEqual([false, false, false])
    expect(await isAlive(admin.session?.id ?? '')).toBe(true)
  })
})

describe('one’s own password', () => {
  it('is changed by who knows it, which ends every other session', async () => {
    const { actor, sessions } = await signedIn('SUPPORT', 2)
    await expect(changePassword(actor, { current: 'wrong', password: 'another long one' })).rejects.toMatchObject({
      code: 'INVALID',
    })
    expect(await Promise.all(sessions.map(isAlive))).toEqual([true, true])
    await changePassword(actor, { current: PASSWORD, password: 'another long one' })
    expect(await Promise.all(sessions.map(isAlive))).toEqual([false, true])
    await expect(signInAs(actor.email)).rejects.toThrow('refused')
    expect(await isAlive(await signInAs(actor.email, 'another long one'))).toBe(true)
  })

  it('is not guessed in an open session: after a few wrong ones there is a wait', async () => {
    const { actor } = await signedIn('SUPPORT')
    const guess = () => changePassword(actor, { current: 'wrong', password: 'another long one' })
    for (let index = 0; index < 5; index += 1) await expect(guess()).rejects.toMatchObject({ code: 'INVALID' })
    await test.client.$executeRaw`update mastra_admin.sign_in_throttle set blocked_until = now() + interval '1 minute'
      where blocked_until is not null`
    const right = changePassword(actor, { current: PASSWORD, password: 'another long one' })
    await expect(right).rejects.toMatchObject({ code: 'LIMIT' })
    // Another account of that address is not held up by it.
    expect(await isAlive(await signInAs(actor.email))).toBe(true)
  })
})
