import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { beginCodes } from '../account/begin-codes'
import { confirmCodes } from '../account/confirm-codes'
import { getCodes } from '../account/queries'
import { renewRecovery } from '../account/renew-recovery'
import { turnOffCodes } from '../account/turn-off-codes'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { addUser } from '../users/add-user'
import { changeRules } from '../users/change-rules'
import { resetCodes } from '../users/reset-codes'
import { type Actor, actorOfSession, provenActor } from './actor'
import type { Role } from './permissions'
import { findSession } from './session-rows'
import { signIn } from './sign-in'
import { unnoted } from './test-failures'

const PASSWORD = 'correct horse battery'
const admin = actorOf('ADMIN')

let test: TestDatabase
beforeAll(async () => {
  test = await withTestDatabase()
  // In the middle of a step, where it stays: no code ends while a test looks at it.
  vi.useFakeTimers({ toFake: ['Date'], now: (Math.floor(Date.now() / 30_000) + 0.5) * 30_000 })
  return async () => {
    vi.useRealTimers()
    await test.drop()
  }
})

async function someone(role: Role = 'SUPPORT'): Promise<Actor> {
  const email = `${crypto.randomUUID()}@example.test`
  const { userId } = await addUser(admin, { email, role, password: PASSWORD })
  return provenActor({ id: userId, email, role })
}

/** The code that an app with this secret shows so many steps from now. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
}

/** Someone with one-time codes; as if the code that turned them on were of long ago. */
async function withCodes() {
  const actor = await someone()
  const { secret } = await beginCodes(actor)
  const { recovery } = await confirmCodes(actor, { code: codeOf(secret) })
  await test.client.authenticator.updateMany({ where: { userId: actor.id }, data: { lastStep: 0 } })
  return { actor, secret, recovery }
}

const attempt = ({ email }: Actor, code?: string, password = PASSWORD) =>
  signIn({ email, password, code }, { address: crypto.randomUUID(), userAgent: '', replaces: null }, unnoted)
/** `in`, `refused`, or what was thrown. */
const outcome = (actor: Actor, code?: string, password?: string) =>
  attempt(actor, code, password).then(
    (claims) => (claims ? 'in' : 'refused'),
    (error: { code?: string; message: string }) => (error.message === 'CodeNeeded' ? 'code needed' : error.code),
  )

describe('one-time codes', () => {
  it('are asked for once the app has shown one, and not before', async () => {
    const actor = await someone()
    const { secret, squares } = await beginCodes(actor)
    expect(squares.length).toBeGreaterThan(20)
    expect(await outcome(actor)).toBe('in')
    await expect(confirmCodes(actor, { code: '000000' })).rejects.toMatchObject({ code: 'INVALID' })
    expect(await outcome(actor)).toBe('in')
    const { recovery } = await confirmCodes(actor, { code: codeOf(secret) })
    expect(new Set(recovery).size).toBe(10)
    expect(await getCodes(actor)).toMatchObject({ recoveryLeft: 10, isRequired: false })
    expect(await outcome(actor)).toBe('code needed')
    expect(await outcome(actor, codeOf(secret, 1))).toBe('in')
    await expect(beginCodes(actor)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(confirmCodes(actor, { code: codeOf(secret) })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('are of no use without the password, and tell nothing about it', async () => {
    const { actor, secret } = await withCodes()
    expect(await outcome(actor, undefined, 'wrong')).toBe('refused')
    expect(await outcome(actor, codeOf(secret), 'wrong')).toBe('refused')
    expect(await outcome(actor, codeOf(secret))).toBe('in')
  })

  it('count once, also when two use one at the same moment, and no older one counts afterwards', async () => {
    const { actor, secret } = await withCodes()
    const code = codeOf(secret)
    const outcomes = await Promise.all([outcome(actor, code), outcome(actor, code)])
    expect(outcomes.sort()).toEqual(['INVALID', 'in'])
    expect(await outcome(actor, codeOf(secret, -1))).toBe('INVALID')
    expect(await outcome(actor, codeOf(secret, 1))).toBe('in')
  })

  it('of a clock that is a step off count, of one that is further off do not', async () => {
    const { actor, secret } = await withCodes()
    for (const steps of [-3, 3]) expect(await outcome(actor, codeOf(secret, steps))).toBe('INVALID')
    expect(await outcome(actor, codeOf(secret, -1))).toBe('in')
  })

  it('cannot be guessed: a few wrong ones and there is a wait, which the password alone does not end', async () => {
    const { actor, secret } = await withCodes()
    for (let index = 0; index < 5; index += 1) {
      expect(await outcome(actor, '000000')).toBe('INVALID')
      expect(await outcome(actor)).toBe('code needed')
    }
    await test.client.$executeRaw`update mastra_admin.sign_in_throttle set blocked_until = now() + interval '1 minute'
      where blocked_until is not null`
    expect(await outcome(actor, codeOf(secret))).toBe('LIMIT')
    await test.client.signInThrottle.deleteMany()
    expect(await outcome(actor, codeOf(secret))).toBe('in')
  })

  it('are replaced by a recovery code, each once, typed as one likes; new ones take the place of all before', async () => {
    const { actor, recovery } = await withCodes()
    const [first = '', second = ''] = recovery
    expect(await outcome(actor, first.toUpperCase().replaceAll('-', ' '))).toBe('in')
    expect(await outcome(actor, first)).toBe('INVALID')
    expect(await getCodes(actor)).toMatchObject({ recoveryLeft: 9 })
    const renewed = await renewRecovery(actor)
    expect(await outcome(actor, second)).toBe('INVALID')
    expect(await outcome(actor, renewed.recovery[0])).toBe('in')
    const trail = await test.client.auditEntry.findMany({ where: { subjectId: actor.id, action: 'session.sign-in' } })
    expect(trail.map(({ after }) => after)).toEqual([{ code: 'recovery' }, { code: 'recovery' }])
  })

  it('are kept so that nobody reads them from the database', async () => {
    const { secret, recovery } = await withCodes()
    const kept = JSON.stringify([
      await test.client.authenticator.findMany({ omit: { lastStep: true } }),
      await test.client.recoveryCode.findMany(),
      await test.client.auditEntry.findMany(),
    ])
    for (const text of [
      secret,
      secret.replaceAll(' ', ''),
      ...recovery,
      ...recovery.map((code) => code.replaceAll('-', '')),
    ])
      expect(kept).not.toContain(text)
  })

  it('are turned off by their person, and reset by an administrator, which ends their sessions', async () => {
    const { actor, secret } = await withCodes()
    expect(await turnOffCodes(actor)).toEqual({ changed: true })
    expect(await turnOffCodes(actor)).toEqual({ changed: false })
    await expect(renewRecovery(actor)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await outcome(actor)).toBe('in')
    const { actor: other, secret: theirs } = await withCodes()
    const claims = await attempt(other, codeOf(theirs))
    await expect(resetCodes(actor, { userId: other.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await resetCodes(admin, { userId: other.id })).toEqual({ changed: true })
    expect(await resetCodes(admin, { userId: other.id })).toEqual({ changed: false })
    expect(await findSession(claims?.sid ?? '')).toBeNull()
    expect(await outcome(other)).toBe('in')
    expect(secret).not.toBe(theirs)
  })
})

describe('a role that must have one-time codes', () => {
  it('lets its people do nothing else until they have them', async () => {
    const [operator, support] = [await someone('OPERATOR'), await someone('SUPPORT')]
    const [seen, rules] = [
      { codesFor: [], proofFrom: 1_000 },
      { codesFor: ['OPERATOR' as const], proofFrom: 1_000 },
    ]
    await expect(changeRules(operator, { seen, rules })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await changeRules(admin, { seen, rules })).toEqual({ changed: true })
    expect(await changeRules(admin, { seen, rules })).toEqual({ changed: false })
    const other = { codesFor: [], proofFrom: 5_000 }
    await expect(changeRules(admin, { seen, rules: other })).rejects.toMatchObject({ code: 'CONFLICT' })
    const [theirs, others] = [await attempt(operator), await attempt(support)]
    if (!theirs || !others) throw new Error('A sign-in was refused.')
    expect(await actorOfSession(theirs)).toBeNull()
    expect(await actorOfSession(others)).toMatchObject({ id: support.id })
    expect(await getCodes(operator)).toMatchObject({ isRequired: true })
    const { secret } = await beginCodes(operator)
    expect(await actorOfSession(theirs)).toBeNull()
    await confirmCodes(operator, { code: codeOf(secret) })
    expect(await actorOfSession(theirs)).toMatchObject({ id: operator.id })
    await changeRules(admin, { seen: rules, rules: seen })
  })
})
