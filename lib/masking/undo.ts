import 'server-only'
import type { UndoableEntry, UndoneSubjects } from '../audit/undoable'
import { authorize } from '../auth/permissions'
import { requireProof } from '../auth/proof'
import type { Scope } from '../db/transact'
import { letGoOfFiles } from './let-go-of-files'
import { forTrail, lockRules, type RuleState, ruleState, sameRule, stateOf, writeRule } from './stored-rule'

/** Puts rules back to what they were before an entry, where they still are what it left. Throws FORBIDDEN and UNPROVEN. */
export async function undoRules(scope: Scope, entries: readonly UndoableEntry[]): Promise<UndoneSubjects> {
  const { actor, tx, audit } = scope
  authorize(actor, 'masking:manage')
  requireProof(actor)
  await lockRules(tx)
  const outcome: UndoneSubjects = { undone: [], conflicts: [] }
  for (const { id: undoesId, subjectId, before, after } of entries) {
    const [was, is] = [stateIn(before), stateIn(after)]
    if (!sameRule(await stateOf(tx, subjectId), is)) {
      outcome.conflicts.push(subjectId)
      continue
    }
    await writeRule(tx, subjectId, was, actor.email)
    const action = was === null ? 'masking.remove' : is === null ? 'masking.add' : 'masking.change'
    const sides = { ...(is && { before: forTrail(is) }), ...(was && { after: forTrail(was) }) }
    await audit([{ action, subjectId, ...sides, undoesId }])
    outcome.undone.push(subjectId)
  }
  if (outcome.undone.length > 0) await letGoOfFiles(tx)
  else await audit([])
  return outcome
}

function stateIn(side: unknown): RuleState | null {
  return side === null || side === undefined ? null : ruleState.parse(side)
}
