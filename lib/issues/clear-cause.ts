import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { issueKey, lockIssues, storeIssues } from '../connections/stored-issues'
import { type Scope, transact } from '../db/transact'
import { type ClearCauseInput, MOST_CLEARED } from './schema'
import { noteCleared } from './sightings'

export interface ClearCauseOutcome {
  /** Connections from which messages were removed. */
  cleared: number
  /** Connections that did not have any of the messages any more. */
  alreadyGone: number
  /** Whether more connections have the cause than one click clears. */
  more: boolean
  correlationId: string
}

/**
 * Removes from every connection that has the cause exactly the messages that stood there when the person looked; whatever a sync has
 * written since stays. All of it is one transaction, so that all of it is undone together. Throws FORBIDDEN.
 */
export async function clearCause(actor: Actor, { causeId, upTo }: ClearCauseInput): Promise<ClearCauseOutcome> {
  authorize(actor, 'connections:clear-issues')
  return transact(actor, async (scope) => {
    // In the order of their ids, so that two of our transactions never wait for each other in a circle.
    const seen = await scope.tx.$queryRaw<Seen[]>`
      select connection_id as "connectionId", array_agg(open_key) as keys from mastra_admin.issue_sighting
      where cause_id = ${causeId} and open_key is not null and id <= ${upTo}::uuid
      group by connection_id order by connection_id limit ${MOST_CLEARED + 1}`
    let cleared = 0
    const chosen = seen.slice(0, MOST_CLEARED)
    for (const one of chosen) if (await clearOne(scope, one)) cleared += 1
    if (cleared === 0) await scope.audit([])
    return {
      cleared,
      alreadyGone: chosen.length - cleared,
      more: seen.length > MOST_CLEARED,
      correlationId: scope.correlationId,
    }
  })
}

interface Seen {
  connectionId: string
  keys: string[]
}

async function clearOne(scope: Scope, { connectionId, keys }: Seen): Promise<boolean> {
  const issues = await lockIssues(scope.tx, connectionId)
  const left = issues?.filter((issue) => !keys.includes(issueKey(issue))) ?? []
  if (!issues || left.length === issues.length) return false
  await storeIssues(scope.tx, connectionId, left)
  await noteCleared(scope, connectionId, keys)
  const change = { before: { issues }, after: { issues: left } }
  await scope.audit([{ action: 'connection.clear-issues', subjectId: connectionId, ...change }])
  return true
}
