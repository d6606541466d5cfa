import 'server-only'
import { z } from 'zod'
import type { UndoableEntry, UndoneSubjects } from '../audit/undoable'
import { authorize } from '../auth/permissions'
import type { Scope } from '../db/transact'
import { noteCleared, notePutBack } from '../issues/sightings'
import { type Issue, issueKey, keysGone, lockIssues, storeIssues, withoutKeys } from './stored-issues'

const state = z.object({ issues: z.array(z.string().nullable()) })

/** Puts back exactly the messages that a clearing removed, in front of those that are there now. Throws FORBIDDEN. */
export async function undoClearIssues(scope: Scope, entries: readonly UndoableEntry[]): Promise<UndoneSubjects> {
  return changeEach(scope, entries, 'connection.put-back-issues', (now, before, after) => [
    ...inFront(before, after),
    ...now,
  ])
}

/** Removes again the messages that were put back, as far as they are still there. Throws FORBIDDEN. */
export async function undoPutBackIssues(scope: Scope, entries: readonly UndoableEntry[]): Promise<UndoneSubjects> {
  return changeEach(
    scope,
    entries,
    'connection.clear-issues',
    (now, before, after) => withoutKeys(now, inFront(after, before).map(issueKey)).left,
  )
}

/** What `longer` holds beyond `shorter`, in its order. Both verbs work at the front, so copies are matched from the end. */
export function inFront(longer: readonly Issue[], shorter: readonly Issue[]): Issue[] {
  return withoutKeys(longer.toReversed(), shorter.map(issueKey)).left.reverse()
}

async function changeEach(
  scope: Scope,
  entries: readonly UndoableEntry[],
  action: 'connection.put-back-issues' | 'connection.clear-issues',
  change: (now: Issue[], before: Issue[], after: Issue[]) => Issue[],
): Promise<UndoneSubjects> {
  const { actor, tx, audit } = scope
  authorize(actor, 'connections:clear-issues')
  const outcome: UndoneSubjects = { undone: [], conflicts: [] }
  // In the order of their ids, so that two of our transactions never wait for each other in a circle.
  for (const entry of [...entries].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1))) {
    const now = await lockIssues(tx, entry.subjectId)
    const next = now && change(now, state.parse(entry.before).issues, state.parse(entry.after).issues)
    if (!now || !next || next.length === now.length) {
      outcome.conflicts.push(entry.subjectId)
      continue
    }
    await storeIssues(tx, entry.subjectId, next)
    if (action === 'connection.put-back-issues')
      await notePutBack(scope, entry.subjectId, withoutKeys(next, now.map(issueKey)).left.map(issueKey))
    else
      await noteCleared(
        scope,
        entry.subjectId,
        keysGone(
          now.map((issue) => ({ key: issueKey(issue) })),
          next,
        ),
      )
    const draft = { before: { issues: now }, after: { issues: next }, undoesId: entry.id }
    await audit([{ action, subjectId: entry.subjectId, ...draft }])
    outcome.undone.push(entry.subjectId)
  }
  if (outcome.undone.length === 0) await audit([])
  return outcome
}
