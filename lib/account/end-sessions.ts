import 'server-only'
import type { Actor } from '../auth/actor'
import { deviceOf } from '../auth/device'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import type { SessionsInput } from './schema'

/**
 * Ends every session of a person but the one that asks, and gives how many. Throws FORBIDDEN for another person's, unless the actor
 * manages users.
 */
export async function endSessionsOf(actor: Actor, { userId = actor.id }: SessionsInput): Promise<{ ended: number }> {
  authorize(actor, userId === actor.id ? 'account:manage' : 'users:manage')
  return transact(actor, async ({ tx, audit }) => {
    const where = { userId, ...(actor.session && { id: { not: actor.session.id } }) }
    const sessions = await tx.session.findMany({ where, orderBy: { id: 'asc' } })
    const { count } = await tx.session.deleteMany({ where: { id: { in: sessions.map(({ id }) => id) } } })
    await audit(
      sessions.map(({ userAgent, createdAt }) => ({
        action: 'session.end',
        subjectId: userId,
        before: { device: deviceOf(userAgent), begun: createdAt.toISOString() },
      })),
    )
    return { ended: count }
  })
}
