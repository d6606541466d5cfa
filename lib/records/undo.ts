import 'server-only'
import { z } from 'zod'
import type { UndoableEntry, UndoneSubjects } from '../audit/undoable'
import { authorize } from '../auth/permissions'
import type { Scope } from '../db/transact'
import { lockRecords, moveDeletedAt } from './deleted-at'

const state = z.object({ deletedAt: z.string().nullable() })

/** Takes soft-deletions back: the rows that are still deleted by them become live. Throws FORBIDDEN. */
export async function undoSoftDelete(scope: Scope, entries: readonly UndoableEntry[]): Promise<UndoneSubjects> {
  authorize(scope.actor, 'records:restore')
  return putBack(scope, entries, 'record.restore')
}

/** Takes restorations back: the rows that are still live get the very `deletedAt` that they had. Throws FORBIDDEN. */
export async function undoRestore(scope: Scope, entries: readonly UndoableEntry[]): Promise<UndoneSubjects> {
  authorize(scope.actor, 'records:delete')
  return putBack(scope, entries, 'record.soft-delete')
}

async function putBack(
  { tx, audit }: Scope,
  entries: readonly UndoableEntry[],
  action: 'record.restore' | 'record.soft-delete',
): Promise<UndoneSubjects> {
  const moves = entries.map((entry) => ({
    entryId: entry.id,
    id: entry.subjectId,
    from: state.parse(entry.after).deletedAt,
    to: state.parse(entry.before).deletedAt,
  }))
  await lockRecords(
    tx,
    moves.map((move) => move.id),
  )
  const moved = await moveDeletedAt(tx, moves)
  await audit(
    moves
      .filter(({ id }) => moved.has(id))
      .map(({ entryId, id, from, to }) => ({
        action,
        subjectId: id,
        before: { deletedAt: from },
        after: { deletedAt: to },
        undoesId: entryId,
      })),
  )
  return {
    undone: moves.filter(({ id }) => moved.has(id)).map(({ id }) => id),
    conflicts: moves.filter(({ id }) => !moved.has(id)).map(({ id }) => id),
  }
}
