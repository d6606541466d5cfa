import { beforeAll, describe, expect, it } from 'vitest'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { addUser } from '../users/add-user'
import { disableUser } from '../users/disable-user'
import { inviteUser } from '../users/invite-user'
import { choosePassword } from './choose-password'
import type { Role } from './permissions'
import type { ProviderSettings } from './provider'
import { type ProviderClaims, readRoleMap } from './provider-claims'
import { signInWithProvider } from './provider-sign-in'
import { findSession } from './session-rows'
import { signIn } from './sign-in'
import { unnoted } from './test-failures'

const PASSWORD = 'correct horse battery'
const ORIGIN = { address: '192.0.2.1', userAgent: '', replaces: null }
const roles = { claim: 'roles', map: readRoleMap('admins=ADMIN,staff=SUPPORT') ?? new Map<string, Role>() }
const SETTINGS: ProviderSettings = { issuer: 'https://id.example.test', name: 'Acme', roles: null, makesUsers: false }

let test: TestDatabase
beforeAll(async () => {
  test = await withTestDatabase()
  return test.drop
})

async function someone(role: Role = 'SUPPORT') {
  const email = `${crypto.randomUUID()}@example.test`
  const { userId } = await addUser(actorOf('ADMIN'), { email, role, password: PASSWORD })
  const claims: ProviderClaims = { sub: crypto.randomUUID(), email, email_verified: true }
  return { userId, email, claims }
}

const attempt = (claims: ProviderClaims, settings: Partial<ProviderSettings> = {}) =>
  signInWithProvider(claims, { ...SETTINGS, ...settings }, ORIGIN)
const personOf = async (outcome: Awaited<ReturnType<typeof attempt>>) =>
  typeof outcome === 'string' ? outcome : await findSession(outcome.sid)

describe('signing in with an identity provider', () => {
  it('finds a user once by a verified e-mail, then by the subject', async () => {
    const { userId, claims } = await someone()
    expect(await attempt({ ...claims, email_verified: undefined })).toBe('unverified')
    expect(await attempt({ ...claims, email: undefined })).toBe('unverified')
    expect(await personOf(await attempt(claims))).toMatchObject({ id: userId, role: 'SUPPORT', method: 'provider' })
    const { email: theirs } = await someone()
    expect(await personOf(await attempt({ ...claims, email: theirs }))).toMatchObject({ id: userId })
    const elsewhere = await attempt({ ...claims, email_verified: false }, { issuer: 'https://other.example.test' })
    expect(elsewhere).toBe('unverified')
  })

  it('lets in who was invited, whose link then opens nothing', async () => {
    const email = `${crypto.randomUUID()}@example.test`
    const { path } = await inviteUser(actorOf('ADMIN'), { email, role: 'SUPPORT' })
    const token = path?.split('#')[1] ?? ''
    expect(await personOf(await attempt({ sub: crypto.randomUUID(), email, email_verified: true }))).toMatchObject({
      email,
    })
    expect(await test.client.user.findUnique({ where: { email } })).toMatchObject({ invitedAt: null })
    await expect(choosePassword({ token, password: PASSWORD })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('takes the word of the provider for when they proved who they are, but not for the time to come', async () => {
    const { claims } = await someone()
    const hourAgo = Math.floor(Date.now() / 1_000) - 3_600
    const old = await personOf(await attempt({ ...claims, auth_time: hourAgo }))
    expect(old).toMatchObject({ provenAt: new Date(hourAgo * 1_000) })
    const ahead = await personOf(await attempt({ ...claims, auth_time: hourAgo + 100_000 }))
    expect(typeof ahead === 'object' && ahead && ahead.provenAt.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('refuses strangers, or makes them users without a password, as is set', async () => {
    const email = `${crypto.randomUUID()}@example.test`
    const claims = { sub: crypto.randomUUID(), email, email_verified: true }
    expect(await attempt(claims)).toBe('unknown')
    expect(await test.client.user.count({ where: { email } })).toBe(0)
    const made = await personOf(await attempt({ ...claims, roles: ['staff'] }, { makesUsers: true, roles }))
    expect(made).toMatchObject({ email, role: 'SUPPORT' })
    expect(await signIn({ email, password: '' }, ORIGIN, unnoted)).toBeNull()
    const trail = await test.client.auditEntry.findMany({ where: { actorEmail: email }, orderBy: { action: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(['session.sign-in', 'user.add'])
  })

  it('follows the role in the claim at each sign-in; a higher one ends the other sessions', async () => {
    const { userId, claims } = await someone()
    const before = await attempt(claims)
    expect(await attempt(claims, { roles })).toBe('no-role')
    expect(await attempt({ ...claims, roles: ['ADMIN'] }, { roles })).toBe('no-role')
    expect(await personOf(before)).toMatchObject({ role: 'SUPPORT' })
    const raised = await attempt({ ...claims, roles: ['admins'] }, { roles })
    expect(await personOf(raised)).toMatchObject({ id: userId, role: 'ADMIN' })
    expect(await personOf(before)).toBeNull()
    expect(await personOf(await attempt({ ...claims, roles: 'staff' }, { roles }))).toMatchObject({ role: 'SUPPORT' })
    expect(await personOf(raised)).toMatchObject({ role: 'SUPPORT' })
  })

  it('does not let in who is disabled, and changes nothing of them', async () => {
    const { userId, claims } = await someone()
    await disableUser(actorOf('ADMIN'), { userId })
    expect(await attempt({ ...claims, roles: ['admins'] }, { roles })).toBe('disabled')
    expect(await test.client.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ role: 'SUPPORT' })
    expect(await test.client.providerIdentity.count({ where: { userId } })).toBe(0)
  })
})
