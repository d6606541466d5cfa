import 'server-only'
import { z } from 'zod'
import type { UndoableEntry, UndoneSubjects } from '../audit/undoable'
import { authorize } from '../auth/permissions'
import { requireProof } from '../auth/proof'
import type { Scope } from '../db/transact'
import { giveRole } from './give-role'
import { refuseLastAdmin } from './last-admin'
import { lockUser } from './lock-user'
import { roleInput } from './schema'

const side = z.object({ role: roleInput })

/** Gives people back the role that they had before an entry, where they still have the one it left. Throws FORBIDDEN, UNPROVEN, and CONFLICT for the last active administrator. */
export async function undoChangeRole(scope: Scope, entries: readonly UndoableEntry[]): Promise<UndoneSubjects> {
  const { actor, tx, audit } = scope
  authorize(actor, 'users:manage')
  requireProof(actor)
  const outcome: UndoneSubjects = { undone: [], conflicts: [] }
  for (const { id: undoesId, subjectId, before, after } of entries) {
    const [{ role: to }, { role: from }] = [side.parse(before), side.parse(after)]
    if (to !== 'ADMIN') await refuseLastAdmin(tx, subjectId)
    const { role } = await lockUser(tx, subjectId)
    if (role !== from) {
      outcome.conflicts.push(subjectId)
      continue
    }
    await giveRole(scope, { userId: subjectId, from, to }, undoesId)
    outcome.undone.push(subjectId)
  }
  if (outcome.undone.length === 0) await audit([])
  return outcome
}
