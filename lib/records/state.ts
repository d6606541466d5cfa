import 'server-only'
import { entriesFor } from '../audit/write-entries'
import { Prisma } from '../db/generated/client'
import type { Scope } from '../db/transact'
import { AppError } from '../errors'
import { type ExactJson, NotJson, parseExact, printExact, sameExact } from '../json/exact-json'
import { type KeyChange, sidesOf, valueAt } from '../json/merge'
import { EDITABLE_FIELDS, type EditableField } from './edit-dto'
import { FIELD_VALUES } from './edit-schema'

/** What of a record people edit, as one object of JSON: the fields of `EDITABLE_FIELDS`. */
export const STATE_TEXT = Prisma.sql`jsonb_build_object('data', data, 'externalId', "externalId", 'status', status,
  'enrichmentStatus', "enrichmentStatus")::text`

const COLUMNS = {
  externalId: { name: Prisma.sql`"externalId"`, type: Prisma.sql`text` },
  status: { name: Prisma.sql`status`, type: Prisma.sql`mastra."RecordStatus"` },
  enrichmentStatus: { name: Prisma.sql`"enrichmentStatus"`, type: Prisma.sql`mastra."RecordEnrichmentStatus"` },
} as const

/** The live record's state, its row locked until the transaction ends. Throws NOT_FOUND, and CONFLICT for a deleted record. */
export async function lockState(tx: Prisma.TransactionClient, id: string): Promise<ExactJson> {
  return (await lockRecord(tx, id)).state
}

/** The same with the record's entity type, which decides what of it is masked. */
export async function lockRecord(
  tx: Prisma.TransactionClient,
  id: string,
): Promise<{ state: ExactJson; entityType: string }> {
  const [row] = await tx.$queryRaw<{ text: string; deleted: boolean; entityType: string }[]>`
    select ${STATE_TEXT} as text, "entityType", "deletedAt" is not null as deleted from mastra.records where id = ${id} for no key update`
  if (!row) throw new AppError('NOT_FOUND', 'This record no longer exists, so nothing was changed.')
  if (row.deleted)
    throw new AppError(
      'CONFLICT',
      'This record is soft-deleted, so nothing was changed. Restore it before you edit it.',
    )
  return { state: readState(row.text), entityType: row.entityType }
}

/** What `STATE_TEXT` gave. Throws INVALID for data that is nested too deep to be edited. */
export function readState(text: string): ExactJson {
  try {
    return parseExact(text)
  } catch (error) {
    if (!(error instanceof NotJson)) throw error
    throw new AppError('INVALID', 'The data of this record is nested too deep to be edited here.')
  }
}

/**
 * Writes the state of a record whose row is locked, as far as it differs, with its entry in the trail; neither `updatedAt` nor any other
 * column. Throws INVALID for what a record cannot hold.
 */
export async function writeState(
  scope: Scope,
  id: string,
  next: ExactJson,
  changes: readonly KeyChange[],
  undoesId: string | null = null,
): Promise<void> {
  const fields = new Set(changes.flatMap(({ path: [field] }) => EDITABLE_FIELDS.filter((known) => known === field)))
  const assignments = [...fields].map((field) => assignment(field, valueAt(next, [field])))
  const { from, to } = sidesOf(changes)
  const entry = entriesFor(scope.actor, scope.correlationId, 'record.edit', {
    from: Prisma.sql`changed`,
    before: Prisma.sql`${printExact(from)}::jsonb`,
    after: Prisma.sql`${printExact(to)}::jsonb`,
    undoes: Prisma.sql`${undoesId}::uuid`,
  })
  await scope.tx.$executeRaw`
    with changed as (update mastra.records set ${Prisma.join(assignments)} where id = ${id} returning id) ${entry}`
  scope.audited()
}

function assignment(field: EditableField, value: ExactJson | null): Prisma.Sql {
  if (field === 'data') {
    if (value?.kind === 'object') return Prisma.sql`data = ${printExact(value)}::jsonb`
    throw new AppError('INVALID', 'The data of a record must be an object, so nothing was changed.')
  }
  // No value at all is refused, though null is one that an external id may have.
  const parsed = FIELD_VALUES[field].safeParse(value ? JSON.parse(printExact(value)) : undefined)
  if (!parsed.success) throw new AppError('INVALID', parsed.error.issues[0]?.message ?? 'A value was not understood.')
  return Prisma.sql`${COLUMNS[field].name} = ${parsed.data}::${COLUMNS[field].type}`
}

/** The changes that the trail holds of an entry, exactly: read as text, because a driver's numbers lose digits. */
export async function changesInTrail(
  tx: Prisma.TransactionClient,
  entryIds: readonly string[],
): Promise<Map<string, { from: ExactJson; to: ExactJson }>> {
  const rows = await tx.$queryRaw<{ id: string; before: string | null; after: string | null }[]>`
    select id::text, before::text, after::text from mastra_admin.audit_entry where id = any(${[...entryIds]}::uuid[])`
  return new Map(
    rows.map(({ id, before, after }) => [id, { from: parseExact(before ?? '{}'), to: parseExact(after ?? '{}') }]),
  )
}

/** Those of the changes that a state has not seen yet. */
export function notYetIn(state: ExactJson, changes: readonly KeyChange[]): KeyChange[] {
  return changes.filter(({ path, to }) => !sameExact(valueAt(state, path), to))
}
