import 'server-only'
import type { Actor } from '../auth/actor'
import type { Prisma } from '../db/generated/client'
import { AUDIT_ACTIONS, type AuditAction } from './actions'

/** One change as a verb reports it: only the fields that changed, as they were and as they are now. */
export interface AuditDraft {
  action: AuditAction
  subjectId: string
  before?: Prisma.InputJsonObject
  after?: Prisma.InputJsonObject
  /** The entry that this change takes back. A second one for the same entry fails on the unique key. */
  undoesId?: string
}

/** Appends the entries in the transaction that made the changes, so that neither exists without the other. */
export async function writeEntries(
  tx: Prisma.TransactionClient,
  actor: Actor,
  correlationId: string,
  drafts: readonly AuditDraft[],
): Promise<void> {
  if (drafts.length === 0) return
  await tx.auditEntry.createMany({
    data: drafts.map((draft) => ({
      actorId: actor.id,
      actorEmail: actor.email,
      actorRole: actor.role,
      action: draft.action,
      subjectType: AUDIT_ACTIONS[draft.action].subject,
      subjectId: draft.subjectId,
      before: draft.before,
      after: draft.after,
      correlationId,
      undoesId: draft.undoesId,
    })),
  })
}
