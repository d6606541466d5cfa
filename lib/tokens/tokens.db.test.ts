import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Actor, provenActor, requireActorForAction, requireReader } from '../auth/actor'
import { authorize, can, type Role, type TokenScope } from '../auth/permissions'
import { mintSession, sessionCookieName } from '../auth/session'
import { signIn } from '../auth/sign-in'
import { unnoted } from '../auth/test-failures'
import { newToken } from '../auth/token-text'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { transact } from '../db/transact'
import { limit } from '../limits/limit'
import { RATES } from '../limits/rates'
import { refusal } from '../server/refusal'
import { addUser } from '../users/add-user'
import { changeRole } from '../users/change-role'
import { disableUser } from '../users/disable-user'
import { enableUser } from '../users/enable-user'
import { makeToken } from './make-token'
import { listOthersTokens, listTokens } from './queries'
import { revokeToken } from './revoke-token'
import { makeTokenInput } from './schema'

/** The cookies and headers of the request that is being answered. */
const jar = new Map<string, string>()
let asked = new Headers()
vi.mock('next/headers', () => ({
  headers: async () => asked,
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
}))

const admin = actorOf('ADMIN')
const PASSWORD = 'correct horse battery'

describe('tokens for scripts', () => {
  let test: TestDatabase
  let added = 0
  beforeAll(async () => {
    test = await withTestDatabase()
  })
  beforeEach(() => {
    jar.clear()
    asked = new Headers()
  })
  afterAll(() => test.drop())

  const someone = async (role: Role = 'SUPPORT') => {
    added += 1
    const email = `user${added}@example.test`
    const { userId } = await addUser(admin, { email, role, password: PASSWORD })
    return provenActor({ id: userId, email, role })
  }
  const make = async (owner: Actor, scopes: TokenScope[] = ['records:read'], days = 90) => {
    const { token } = await makeToken(owner, { name: 'Nightly', scopes, days })
    return { token, id: (await test.client.apiToken.findFirstOrThrow({ orderBy: { id: 'desc' } })).id }
  }
  const bring = (authorization: string, address = '192.0.2.7') => {
    asked = new Headers({ authorization, 'x-forwarded-for': address })
  }
  const reads = () =>
    requireReader('records:read').then(
      ({ id }) => id,
      (error: { code?: string }) => error.code ?? 'failed',
    )
  const cookieOf = async ({ email }: Actor) => {
    const claims = await signIn(
      { email, password: PASSWORD },
      { address: '192.0.2.1', userAgent: '', replaces: null },
      unnoted,
    )
    if (claims) jar.set(sessionCookieName(), await mintSession(claims))
  }
  const actions = async (subjectId: string) =>
    (await test.client.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(
      ({ action, after }) => [action, after],
    )

  it('act as their owner, held to their scopes, which no role widens', async () => {
    const owner = await someone('ADMIN')
    const { token, id } = await make(owner)
    bring(`Bearer ${token}`)
    const actor = await requireReader('records:read')
    expect(actor).toMatchObject({ id: owner.id, role: 'ADMIN', session: null, token: { id, name: 'Nightly' } })
    expect(can(actor, 'records:read')).toBe(true)
    for (const missing of [
      'records:export',
      'values:reveal',
      'users:manage',
      'records:delete',
      'tokens:manage',
    ] as const) {
      expect(can(actor, missing)).toBe(false)
      expect(() => authorize(actor, missing)).toThrow()
      expect(can(owner, missing)).toBe(true)
    }
    await expect(makeToken(actor, { name: 'x', scopes: ['records:read'], days: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('have limits of their own, from whichever network, beside which others go on', async () => {
    const owner = await someone()
    const [busy, calm] = [await make(owner), await make(owner)]
    const answers: string[] = []
    for (let round = 0; round < RATES.token.atOnce * 2; round += 1) {
      bring(`Bearer ${busy.token}`, `198.51.100.${round % 200}`)
      answers.push(await reads())
    }
    expect(answers[0]).toBe(owner.id)
    expect(answers).toContain('LIMIT')
    // Filled as of five seconds from now, so that the machine may be as slow as it likes.
    for (let more = 0; more < RATES.token.atOnce; more += 1) limit('token', busy.id, Date.now() + 5_000)
    const refused = await requireReader('records:read').catch(refusal)
    expect(refused).toMatchObject({ status: 429 })
    const response = refused instanceof Response ? refused : null
    expect(Number(response?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await response?.text()).toMatch(/^This token made too many requests in a short time\. Try again in/)
    bring(`Bearer ${calm.token}`)
    expect(await reads()).toBe(owner.id)
  })

  it('are refused what is not in their scopes, in words and as RFC 6750 says, and the trail has it', async () => {
    const owner = await someone()
    const { token } = await make(owner)
    bring(`Bearer ${token}`)
    const error = await requireReader('records:export').catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'FORBIDDEN', permission: 'records:export' })
    const answer = refusal(error)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="records:export"')
    const [entry] = await test.client.auditEntry.findMany({ where: { action: 'access.refuse', subjectId: owner.id } })
    expect(entry).toMatchObject({ tokenName: 'Nightly', after: { permission: 'records:export' } })
  })

  it('open nothing once revoked, expired, or their owner is disabled; the trail says why, once a minute', async () => {
    const owner = await someone()
    const [revoked, expired, live] = [await make(owner), await make(owner), await make(owner)]
    await revokeToken(owner, { tokenId: revoked.id })
    await test.client.apiToken.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    for (const { token, id, why } of [
      { ...revoked, why: 'revoked' },
      { ...expired, why: 'expired' },
    ]) {
      bring(`Bearer ${token}`)
      expect([await reads(), await reads()]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED'])
      const refused = (await actions(id)).filter(([action]) => action === 'token.refuse')
      expect(refused).toEqual([['token.refuse', { why, address: '192.0.2.7' }]])
    }
    bring(`Bearer ${live.token}`)
    expect(await reads()).toBe(owner.id)
    await disableUser(admin, { userId: owner.id })
    expect(await reads()).toBe('UNAUTHENTICATED')
    await enableUser(admin, { userId: owner.id })
    expect(await reads()).toBe(owner.id)
  })

  it('have at once the role that their owner was given meanwhile', async () => {
    const owner = await someone('OPERATOR')
    bring(`Bearer ${(await make(owner)).token}`)
    await changeRole(admin, { userId: owner.id, from: 'OPERATOR', to: 'SUPPORT' })
    expect((await requireReader('records:read')).role).toBe('SUPPORT')
  })

  it('that are none are refused alike, and never by way of a cookie', async () => {
    const owner = await someone('ADMIN')
    await cookieOf(owner)
    expect(await reads()).toBe(owner.id)
    for (const wrong of ['Bearer', 'Bearer x', 'bearer mak_', `Bearer ${newToken()}`, `Bearer ${newToken()} x`]) {
      bring(wrong)
      const error = await requireReader('records:read').catch((thrown) => thrown)
      expect(error).toMatchObject({ code: 'UNAUTHENTICATED' })
      expect(refusal(error).headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
      await expect(requireActorForAction()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
    const { token } = await make(await someone())
    bring(`Bearer ${token}`)
    await expect(requireActorForAction()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    asked = new Headers()
    expect(await reads()).toBe(owner.id)
  })

  it('note their last use once a minute', async () => {
    const { token, id } = await make(await someone())
    const stored = () => test.client.apiToken.findUniqueOrThrow({ where: { id } })
    bring(`Bearer ${token}`, '192.0.2.50')
    await reads()
    await expect.poll(async () => (await stored()).lastUsedFrom).toBe('192.0.2.50')
    const { lastUsedAt } = await stored()
    bring(`Bearer ${token}`, '192.0.2.51')
    await reads()
    expect(await stored()).toMatchObject({ lastUsedAt, lastUsedFrom: '192.0.2.50' })
    await test.client.apiToken.update({ where: { id }, data: { lastUsedAt: new Date(Date.now() - 61_000) } })
    await reads()
    await expect.poll(async () => (await stored()).lastUsedFrom).toBe('192.0.2.51')
  })

  it('stand by name in every entry of what was done by them', async () => {
    const owner = await someone()
    const { token, id } = await make(owner)
    bring(`Bearer ${token}`)
    const actor = await requireReader('records:read')
    await transact(actor, ({ audit }) => audit([{ action: 'export.begin', subjectId: `by ${id}` }]))
    const [entry] = await test.client.auditEntry.findMany({ where: { subjectId: `by ${id}` } })
    expect(entry).toMatchObject({ actorId: owner.id, tokenId: id, tokenName: 'Nightly' })
  })

  it('are kept as a hash, and listed and revoked by their owner and administrators alone', async () => {
    const [owner, other] = [await someone(), await someone('OPERATOR')]
    const { token, id } = await make(owner)
    const everything = JSON.stringify([
      await test.client.apiToken.findMany(),
      await listTokens(owner),
      await listOthersTokens(await someone('ADMIN')),
      await actions(id),
    ])
    expect(everything).toContain(token.slice(0, 8))
    expect(everything).not.toContain(token)
    expect((await listTokens(other)).map((row) => row.id)).not.toContain(id)
    await expect(listOthersTokens(other)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(revokeToken(other, { tokenId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const boss = await someone('ADMIN')
    expect((await listOthersTokens(boss)).find((row) => row.id === id)).toMatchObject({ owner: owner.email })
    expect(await revokeToken(boss, { tokenId: id })).toEqual({ changed: true })
    expect(await revokeToken(owner, { tokenId: id })).toEqual({ changed: false })
    expect((await actions(id)).map(([action]) => action)).toEqual(['token.make', 'token.revoke'])
  })

  it('live for a year at most, twenty of a person at a time, and are given nothing that changes anything', async () => {
    const owner = await someone('ADMIN')
    const input = { name: 'x', scopes: ['records:read'], days: 365 }
    expect(makeTokenInput.safeParse(input).success).toBe(true)
    for (const wrong of [{ days: 366 }, { days: 0 }, { name: ' ' }, { scopes: [] }, { scopes: ['records:delete'] }])
      expect(makeTokenInput.safeParse({ ...input, ...wrong }).success).toBe(false)
    for (let index = 0; index < 20; index += 1) await make(owner)
    await expect(make(owner)).rejects.toMatchObject({ code: 'LIMIT' })
    const [first] = await listTokens(owner)
    await revokeToken(owner, { tokenId: first?.id ?? '' })
    await make(owner)
  })
})
