import 'server-only'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
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
      tokenId: actor.token?.id,
      tokenName: actor.token?.name,
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

/**
 * The same for thousands of records, as a statement for the `with` of the one that changes them. `changed` names what it gives:
 * `id`, and `before`, `after` (jsonb) and `undoes` (the entry taken back, or null) as written over it.
 */
export function entriesFor(
  actor: Actor,
  correlationId: string,
  action: AuditAction,
  changed: { from: Prisma.Sql; before: Prisma.Sql; after: Prisma.Sql; undoes: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`
    insert into mastra_admin.audit_entry
      (id, actor_id, actor_email, actor_role, action, subject_type, subject_id, before, after, correlation_id, undoes_id)
    select mastra_admin.uuid_v7(), ${actor.id}, ${actor.email}, ${actor.role}, ${action}, ${AUDIT_ACTIONS[action].subject}, id,
      ${changed.before}, ${changed.after}, ${correlationId}::uuid, ${changed.undoes}
    from ${changed.from}`
}
