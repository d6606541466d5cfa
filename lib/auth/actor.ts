import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { noteRefusal } from '../audit/note-refusal'
import { STRANGER } from '../audit/stranger'
import { database } from '../db/client'
import { AppError, DEFAULT_MESSAGES } from '../errors'
import { limit } from '../limits/limit'
import { LimitReached } from '../limits/limit-reached'
import { routes } from '../routes'
import { clientAddress } from '../server/client-address'
import { BadToken, bearerOf } from './bearer'
import { can, isRole, NotAllowed, type Permission, type Role, TOKEN_SCOPES } from './permissions'
import { readSession, type SessionClaims } from './session'
import { findSession, noteUse, type SessionPerson, type SignInMethod } from './session-rows'
import { ownerOfToken } from './token-rows'

declare const minted: unique symbol

/** Someone whose right to be here was checked in this request. Only this file can make one, so a verb without the check does not compile. */
export interface Actor {
  readonly [minted]: true
  readonly id: string
  readonly email: string
  readonly role: Role
  /** The session that they act in, and when they last proved in it that it is them. Null for what is done without one. */
  readonly session: { readonly id: string; readonly method: SignInMethod; readonly provenAt: Date } | null
  /** The token by which a script acts as them; null for themselves. */
  readonly token: { readonly id: string; readonly name: string } | null
  /** What of their role they are held to; null when it is all of it. */
  readonly scopes: ReadonlySet<Permission> | null
}

/** Set by `proxy.ts`: the path and query that the person asked for. */
export const REQUESTED_PATH_HEADER = 'x-requested-path'

type Acting = Pick<Actor, 'id' | 'email' | 'role'> & Partial<Pick<Actor, 'token' | 'scopes'>>

function mint({ id, email, role, token = null, scopes = null }: Acting, session: Actor['session'] = null): Actor {
  return Object.freeze({ id, email, role, session, token, scopes }) as Actor
}

/** The session of this request and its person, or null. Counts as a use of the session. */
const currentSession = cache(async (): Promise<SessionPerson | null> => {
  const claims = await readSession()
  const found = claims && (await findSession(claims.sid))
  if (found?.isStale) noteUse(found.sessionId)
  return found
})

/**
 * The person behind this request, or null. Session, role and the disabled flag come from the database, so that a demotion or the
 * end of a session counts at once.
 */
export async function currentActor(): Promise<Actor | null> {
  const found = await currentSession()
  return found && actorOf(found)
}

/** The same of someone who has to set up one-time codes first, and may do nothing else. */
export async function actorWithoutCodes(): Promise<Actor | null> {
  const found = await currentSession()
  return found?.owesCodes ? actorOf({ ...found, owesCodes: false }) : null
}

/**
 * The person of a session as they are now, or null: for an answer that goes on for longer than the request that asked for it. A page
 * that only stays open is no use of the session.
 */
export async function actorOfSession({ sid }: SessionClaims): Promise<Actor | null> {
  const found = await findSession(sid)
  return found && actorOf(found)
}

function actorOf({ id, email, role, sessionId, method, provenAt, owesCodes }: SessionPerson): Actor | null {
  return isRole(role) && !owesCodes ? mint({ id, email, role }, { id: sessionId, method, provenAt }) : null
}

/** For pages: the person, or the sign-in page with the way back. With a permission, or the page that says it is not theirs (403). */
export async function requireActor(permission?: Permission): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect(await wayIn())
  if (permission && !can(actor, permission)) {
    await noteRefusal(actor, permission)
    forbidden()
  }
  return actor
}

async function wayIn() {
  const back = { callbackUrl: (await headers()).get(REQUESTED_PATH_HEADER) ?? undefined }
  return (await actorWithoutCodes()) ? routes.codes(back) : routes.login(back)
}

/** For actions and routes: the person, or UNAUTHENTICATED thrown. */
export async function requireActorForAction(): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) throw new AppError('UNAUTHENTICATED', DEFAULT_MESSAGES.UNAUTHENTICATED)
  return actor
}

/**
 * For routes that scripts may read: whoever the bearer's token is of, held to its scopes. A request with a bearer is judged by it alone, and
 * never by a cookie; one without is a person's. Throws UNAUTHENTICATED, FORBIDDEN for a scope that the token does not have, and LIMIT. Every use of a
 * token passes here.
 */
export async function requireReader(permission: Permission): Promise<Actor> {
  const asked = await headers()
  const bearer = bearerOf(asked.get('authorization'))
  if (bearer === null) return requireActorForAction()
  const found = await ownerOfToken(bearer, clientAddress(asked.get('x-forwarded-for') ?? undefined))
  if (!found || !isRole(found.role)) throw new BadToken()
  const { userId, email, role, tokenId, tokenName, scopes } = found
  const wait = limit(permission.endsWith(':export') ? 'tokenExport' : 'token', tokenId)
  if (wait > 0) throw new LimitReached('This token made too many requests in a short time.', Math.ceil(wait / 1_000))
  const held = new Set(TOKEN_SCOPES.filter((scope) => scopes.includes(scope)))
  const actor = mint({ id: userId, email, role, token: { id: tokenId, name: tokenName }, scopes: held })
  if (!can(actor, permission)) {
    await noteRefusal(actor, permission)
    throw new NotAllowed(permission, `This token does not have ${permission}, or its owner's role no longer does.`)
  }
  return actor
}

/** Someone whose work goes on without them: their role as it is now, or null when they may no longer sign in. */
export async function absentActor(userId: string): Promise<Actor | null> {
  const user = await database().user.findUnique({ where: { id: userId } })
  if (!user || user.disabledAt || !isRole(user.role)) return null
  return mint({ id: user.id, email: user.email, role: user.role })
}

/** Whoever has a shell and DATABASE_URL acts as an administrator; the trail shows that it was the command line. */
export function cliActor(): Actor {
  return mint({ id: '00000000-0000-0000-0000-000000000000', email: 'command line', role: 'ADMIN' })
}

/** What a setting of whoever runs the installation does by itself; the trail names the setting. */
export function settingActor(name: string): Actor {
  return mint({ id: '00000000-0000-0000-0000-000000000000', email: name, role: 'ADMIN' })
}

/** Whoever it is that has not signed in and did something which belongs in the trail. */
export function strangerActor(): Actor {
  return mint({
    id: '00000000-0000-0000-0000-000000000000',
    email: STRANGER,
    role: 'SUPPORT',
    scopes: new Set(),
  })
}

/** The actor of a sign-in that just proved its password, and of a one-time link. */
export function provenActor(
  { id, email, role }: { id: string; email: string; role: Role },
  session: Actor['session'] = null,
): Actor {
  return mint({ id, email, role }, session)
}
