import 'server-only'
import type { Actor } from '../auth/actor'
import { deviceOf } from '../auth/device'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import type { SessionInput } from './schema'

/**
 * Ends one session, from its next request on. One that has ended already is no change. Throws FORBIDDEN for another person's, unless
 * the actor manages users.
 */
export async function endSession(actor: Actor, { sessionId }: SessionInput): Promise<{ changed: boolean }> {
  authorize(actor, 'account:manage')
  return transact(actor, async ({ tx, audit }) => {
    const session = await tx.session.findUnique({ where: { id: sessionId } })
    if (session && session.userId !== actor.id) authorize(actor, 'users:manage')
    const { count } = await tx.session.deleteMany({ where: { id: sessionId } })
    if (!session || count === 0) {
      await audit([])
      return { changed: false }
    }
    const before = { device: deviceOf(session.userAgent), begun: session.createdAt.toISOString() }
    await audit([{ action: 'session.end', subjectId: session.userId, before }])
    return { changed: true }
  })
}
