import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { noteRefusal } from '../audit/note-refusal'
import { database } from '../db/client'
import { AppError, DEFAULT_MESSAGES } from '../errors'
import { routes } from '../routes'
import { can, isRole, type Permission, type Role } from './permissions'
import { readSession, type SessionClaims } from './session'

declare const minted: unique symbol

/** Someone whose right to be here was checked in this request. Only this file can make one, so a verb without the check does not compile. */
export interface Actor {
  readonly [minted]: true
  readonly id: string
  readonly email: string
  readonly role: Role
}

/** Set by `proxy.ts`: the path and query that the person asked for. */
export const REQUESTED_PATH_HEADER = 'x-requested-path'

function mint(fields: { id: string; email: string; role: Role }): Actor {
  return Object.freeze(fields) as Actor
}

/**
 * The person behind this request, or null. The role and the disabled flag come from the database, so that a demotion counts
 * at once; a session older than the person's `sessionEpoch` has been ended.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await readSession()
  return session && actorOfSession(session)
})

/** The person of a session as they are now, or null: for an answer that goes on for longer than the request that asked for it. */
export async function actorOfSession(session: SessionClaims): Promise<Actor | null> {
  const user = await database().user.findUnique({ where: { id: session.sub } })
  if (!user || user.disabledAt || user.sessionEpoch !== session.epoch || !isRole(user.role)) return null
  return mint({ id: user.id, email: user.email, role: user.role })
}

/** For pages: the person, or the sign-in page with the way back. With a permission, or the page that says it is not theirs (403). */
export async function requireActor(permission?: Permission): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect(routes.login({ callbackUrl: (await headers()).get(REQUESTED_PATH_HEADER) ?? undefined }))
  if (permission && !can(actor, permission)) {
    await noteRefusal(actor, permission)
    forbidden()
  }
  return actor
}

/** For actions and routes: the person, or UNAUTHENTICATED thrown. */
export async function requireActorForAction(): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) throw new AppError('UNAUTHENTICATED', DEFAULT_MESSAGES.UNAUTHENTICATED)
  return actor
}

/** Someone whose work goes on without them: their role as it is now, or null when they may not sign in any more. */
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

/** The actor of a sign-in that just proved its password, and of the one-time set-up. */
export function provenActor(user: { id: string; email: string; role: Role }): Actor {
  return mint({ id: user.id, email: user.email, role: user.role })
}
