import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { undoClearIssues, undoPutBackIssues } from '../connections/undo'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { type Scope, transact } from '../db/transact'
import { AppError } from '../errors'
import { undoRules } from '../masking/undo'
import { undoArchive, undoCreate, undoRestore, undoSetEnrichment, undoSoftDelete, undoUnarchive } from '../records/undo'
import { undoEdit } from '../records/undo-edit'
import { undoChangeRole } from '../users/undo'
import { isUndoable, UNDOABLE_ACTIONS, type UndoableAction } from './actions'
import { MOST_UNDONE } from './dto'
import type { UndoInput } from './schema'
import type { UndoableEntry, UndoneSubjects } from './undoable'

export interface UndoOutcome extends UndoneSubjects {
  /** Entries of the same click that someone had undone before. */
  alreadyUndone: number
  correlationId: string
}

const INVERSES: Record<UndoableAction, (scope: Scope, entries: readonly UndoableEntry[]) => Promise<UndoneSubjects>> = {
  'record.soft-delete': undoSoftDelete,
  'record.restore': undoRestore,
  'record.archive': undoArchive,
  'record.unarchive': undoUnarchive,
  'record.set-enrichment': undoSetEnrichment,
  'record.edit': undoEdit,
  'record.create': undoCreate,
  'connection.clear-issues': undoClearIssues,
  'connection.put-back-issues': undoPutBackIssues,
  'masking.add': undoRules,
  'masking.change': undoRules,
  'masking.remove': undoRules,
  'user.change-role': undoChangeRole,
}

/**
 * Takes back one entry of the trail, or everything that one click did, in one transaction. Each subject is put back only
 * where it still is as the entry left it; undoing an undo does it again. Throws FORBIDDEN, NOT_FOUND, INVALID for what cannot
 * be undone, LIMIT for more than 1,000 entries, and CONFLICT when it was undone before or everything changed since.
 */
export async function undo(actor: Actor, input: UndoInput): Promise<UndoOutcome> {
  authorize(actor, 'audit:undo')
  try {
    return await transact(actor, (scope) => undoIn(scope, input))
  } catch (error) {
    // The unique key on `undoes_id`: someone else's undo of the same entry was committed while ours was under way.
    const isSecond = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
    throw isSecond ? await alreadyUndone(database(), await entriesOf(database(), input)) : error
  }
}

async function undoIn(scope: Scope, input: UndoInput): Promise<UndoOutcome> {
  const entries = await entriesOf(scope.tx, input)
  if (entries.length === 0)
    throw new AppError('NOT_FOUND', 'There is no such entry in the audit trail, so nothing was undone.')
  if (entries.length > MOST_UNDONE)
    throw new AppError(
      'LIMIT',
      `This changed more than ${MOST_UNDONE} records or connections at once. Undo it on the page of its batch.`,
    )
  if (!entries.every((entry) => isUndoable(entry.action)))
    throw new AppError('INVALID', 'This kind of change cannot be undone from here, so it was left as it is.')
  const taken = new Set((await undoing(scope.tx, entries)).map((entry) => entry.undoesId))
  const open = entries.filter((entry) => !taken.has(entry.id))
  if (open.length === 0) throw await alreadyUndone(scope.tx, entries)
  const outcome: UndoneSubjects = { undone: [], conflicts: [] }
  for (const action of UNDOABLE_ACTIONS) {
    const group = open.filter((entry) => entry.action === action)
    if (group.length === 0) continue
    const { undone, conflicts } = await INVERSES[action](scope, group)
    outcome.undone.push(...undone)
    outcome.conflicts.push(...conflicts)
  }
  if (outcome.undone.length === 0) throw await alreadyUndone(scope.tx, open)
  return { ...outcome, alreadyUndone: taken.size, correlationId: scope.correlationId }
}

type Reader = Pick<Prisma.TransactionClient, 'auditEntry'>

function entriesOf(reader: Reader, input: UndoInput) {
  const where = 'entryId' in input ? { id: input.entryId } : { correlationId: input.correlationId }
  return reader.auditEntry.findMany({ where, orderBy: { id: 'asc' }, take: MOST_UNDONE + 1 })
}

function undoing(reader: Reader, entries: readonly { id: string }[]) {
  const undoesId = { in: entries.map((entry) => entry.id) }
  return reader.auditEntry.findMany({ where: { undoesId }, orderBy: { id: 'asc' } })
}

/** Why nothing was left to undo, in the words for the person who asked. */
async function alreadyUndone(reader: Reader, entries: readonly { id: string }[]): Promise<AppError> {
  const [first] = await undoing(reader, entries)
  if (first) return new AppError('CONFLICT', `Already undone by ${first.actorEmail}.`)
  return new AppError('CONFLICT', 'It has changed again since, so it was left as it is.')
}
