import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import type { AuditDraft } from '../audit/write-entries'
import { database } from '../db/client'
import { transact } from '../db/transact'
import { lockUser } from '../users/lock-user'
import { emailInput } from '../users/schema'
import { provenActor } from './actor'
import { endLinks } from './one-time-link'
import { hashPassword } from './passwords'
import { isRole, ROLES } from './permissions'
import type { ProviderSettings } from './provider'
import { type ProviderClaims, type Refusal, roleIn } from './provider-claims'
import type { SessionClaims } from './session'
import { beginSession, endSessions, type Origin } from './session-rows'

/** Aborts the transaction: nothing of a refused sign-in stays. */
class Disabled extends Error {}

/**
 * The session of someone whom the identity provider vouches for, or why there is none. Whom it means is known from an earlier sign-in, or
 * by an e-mail that it has verified; someone unknown is made a user where that is set. Where it decides on roles, they are as it says,
 * from this sign-in on, and who has none is refused.
 */
export async function signInWithProvider(
  claims: ProviderClaims,
  { issuer, name, roles, makesUsers }: ProviderSettings,
  origin: Origin,
): Promise<SessionClaims | Refusal> {
  const told = roles ? roleIn(claims, roles.claim, roles.map) : undefined
  if (told === null) return 'no-role'
  const known = await meantBy(claims, issuer)
  if (known === 'unverified' || (known === 'unknown' && !makesUsers)) return known
  const person = known === 'unknown' ? { id: randomUUID(), email: claims.email ?? '', role: 'SUPPORT' } : known
  const role = told ?? person.role
  if (!isRole(role)) return 'disabled'
  // Nobody knows it: an account needs a hash, and one that is made so has no password.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'))
  try {
    const sid = await transact(provenActor({ id: person.id, email: person.email, role }), async ({ tx, audit }) => {
      const drafts: AuditDraft[] = []
      if (known === 'unknown') {
        await tx.user.create({ data: { ...person, role, passwordHash } })
        drafts.push({ action: 'user.add', subjectId: person.id, after: { email: person.email, role, by: name } })
      }
      const where = { issuer, subject: claims.sub }
      await tx.providerIdentity.createMany({ data: [{ ...where, userId: person.id }], skipDuplicates: true })
      const user = await lockUser(tx, person.id)
      if (user.disabledAt) throw new Disabled()
      if (user.role !== role) {
        await tx.user.update({ where: { id: user.id }, data: { role } })
        if (!isRole(user.role) || ROLES.indexOf(role) > ROLES.indexOf(user.role)) await endSessions(tx, user.id)
        const [before, after] = [{ role: user.role }, { role, by: name }]
        drafts.push({ action: 'user.change-role', subjectId: user.id, before, after })
      }
      if (user.invitedAt) await endLinks(tx, { userId: user.id }, 'used')
      const data = { lastSignInAt: new Date(), invitedAt: null }
      const { sessionEpoch: epoch } = await tx.user.update({ where: { id: user.id }, data })
      const provenAt = new Date(Math.min((claims.auth_time ?? Number.POSITIVE_INFINITY) * 1_000, Date.now()))
      const begun = await beginSession(tx, { userId: user.id, epoch, method: 'provider', origin, provenAt })
      await audit([...drafts, { action: 'session.sign-in', subjectId: user.id, after: { with: name } }])
      return begun
    })
    return { sub: person.id, sid }
  } catch (error) {
    if (error instanceof Disabled) return 'disabled'
    throw error
  }
}

/** Whom the provider means: who signed in so before, else whoever has the e-mail that it has verified. */
async function meantBy({ sub, email, email_verified }: ProviderClaims, issuer: string) {
  const linked = await database().providerIdentity.findUnique({ where: { issuer_subject: { issuer, subject: sub } } })
  if (linked) return database().user.findUniqueOrThrow({ where: { id: linked.userId } })
  if (email_verified !== true || !emailInput.safeParse(email).success) return 'unverified'
  return (await database().user.findUnique({ where: { email } })) ?? 'unknown'
}
