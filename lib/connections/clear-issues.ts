import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { noteCleared } from '../issues/sightings'
import type { ClearIssuesInput } from './schema'
import { keysGone, lockIssues, storeIssues, withoutKeys } from './stored-issues'

export interface ClearIssuesOutcome {
  /** Key of each message that was removed, once for each copy. */
  cleared: string[]
  /** How many of the messages that were on the screen someone or something else had removed before. */
  alreadyGone: number
  /** How many messages the connection still has: those not asked for, and those that arrived since. */
  remaining: number
  correlationId: string
}

/**
 * Removes from a connection exactly the messages that the person saw. A sync may have replaced or added some since the
 * page was made; those stay. Writes only `issues`; doing it again changes nothing. Throws FORBIDDEN, NOT_FOUND.
 */
export async function clearIssues(actor: Actor, { connectionId, seen }: ClearIssuesInput): Promise<ClearIssuesOutcome> {
  authorize(actor, 'connections:clear-issues')
  return transact(actor, async (scope) => {
    const { tx, audit, correlationId } = scope
    const issues = await lockIssues(tx, connectionId)
    if (!issues) throw new AppError('NOT_FOUND', 'This connection no longer exists, so nothing was cleared.')
    const { left, taken } = withoutKeys(issues, seen)
    if (taken.length > 0) await storeIssues(tx, connectionId, left)
    await noteCleared(scope, connectionId, keysGone(taken, left))
    const change = { before: { issues }, after: { issues: left } }
    await audit(taken.length > 0 ? [{ action: 'connection.clear-issues', subjectId: connectionId, ...change }] : [])
    return {
      cleared: taken.map(({ key }) => key),
      alreadyGone: seen.length - taken.length,
      remaining: left.length,
      correlationId,
    }
  })
}
