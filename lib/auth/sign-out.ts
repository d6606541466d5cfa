import 'server-only'
import { transact } from '../db/transact'
import { actorOfSession } from './actor'
import type { SessionClaims } from './session'

/** Ends the session that the browser lets go of, so that a copy of its cookie is worth nothing. One that has ended is left alone. */
export async function signOut(claims: SessionClaims | null): Promise<void> {
  const actor = claims && (await actorOfSession(claims))
  if (!actor?.session) return
  const { id } = actor.session
  await transact(actor, async ({ tx, audit }) => {
    const { count } = await tx.session.deleteMany({ where: { id } })
    await audit(count > 0 ? [{ action: 'session.sign-out', subjectId: actor.id }] : [])
  })
}
