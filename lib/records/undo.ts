import 'server-only'
import { z } from 'zod'
import type { AuditAction } from '../audit/actions'
import type { UndoableEntry, UndoneSubjects } from '../audit/undoable'
import { authorize, type Permission } from '../auth/permissions'
import type { Scope } from '../db/transact'
import { type ChangeableField, moveField } from './changeable-fields'
import { lockRecords } from './deleted-at'

/** Takes entries back whose change was to one field: the rows that are still as the entry left them get the value they had. */
type TakeBack = (scope: Scope, entries: readonly UndoableEntry[]) => Promise<UndoneSubjects>

/** Soft-deletions: the rows that are still deleted by them become live. Throws FORBIDDEN. */
export const undoSoftDelete = takingBack('deletedAt', 'record.restore', 'records:restore')

/** Restorations: the rows that are still live get the very `deletedAt` that they had. Throws FORBIDDEN. */
export const undoRestore = takingBack('deletedAt', 'record.soft-delete', 'records:delete')

/** Creations: what is still live is soft-deleted, as nothing is ever removed from here. Throws FORBIDDEN. */
export async function undoCreate(
  { tx, audit, actor }: Scope,
  entries: readonly UndoableEntry[],
): Promise<UndoneSubjects> {
  authorize(actor, 'records:delete')
  const ids = entries.map((entry) => entry.subjectId)
  await lockRecords(tx, ids)
  const to = new Date().toISOString()
  const moved = await moveField(
    tx,
    'deletedAt',
    ids.map((id) => ({ id, from: null, to })),
  )
  await audit(
    entries
      .filter(({ subjectId }) => moved.has(subjectId))
      .map(({ id, subjectId }) => ({
        action: 'record.soft-delete',
        subjectId,
        before: { deletedAt: null },
        after: { deletedAt: to },
        undoesId: id,
      })),
  )
  return { undone: ids.filter((id) => moved.has(id)), conflicts: ids.filter((id) => !moved.has(id)) }
}

/** Archiving, and its opposite. Throws FORBIDDEN. */
export const undoArchive = takingBack('status', 'record.unarchive', 'records:archive')
export const undoUnarchive = takingBack('status', 'record.archive', 'records:archive')

/** A set enrichment status. Throws FORBIDDEN. */
export const undoSetEnrichment = takingBack('enrichmentStatus', 'record.set-enrichment', 'records:set-enrichment')

function takingBack(field: ChangeableField, action: AuditAction, permission: Permission): TakeBack {
  const payload = z.object({ [field]: z.string().nullable() })
  const valueIn = (json: unknown) => payload.parse(json)[field] ?? null
  return async ({ tx, audit, actor }, entries) => {
    authorize(actor, permission)
    const moves = entries.map((entry) => ({
      entryId: entry.id,
      id: entry.subjectId,
      from: valueIn(entry.after),
      to: valueIn(entry.before),
    }))
    await lockRecords(
      tx,
      moves.map((move) => move.id),
    )
    const moved = await moveField(tx, field, moves)
    await audit(
      moves
        .filter(({ id }) => moved.has(id))
        .map(({ entryId, id, from, to }) => ({
          action,
          subjectId: id,
          before: { [field]: from },
          after: { [field]: to },
          undoesId: entryId,
        })),
    )
    return {
      undone: moves.filter(({ id }) => moved.has(id)).map(({ id }) => id),
      conflicts: moves.filter(({ id }) => !moved.has(id)).map(({ id }) => id),
    }
  }
}
