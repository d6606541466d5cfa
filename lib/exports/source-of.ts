import 'server-only'
import { z } from 'zod'
import { auditExport } from '../audit/export-source'
import { readAuditSearch } from '../audit/search-params'
import type { Actor } from '../auth/actor'
import { connectionExport } from '../connections/export-source'
import { readConnectionSearch } from '../connections/search-params'
import { AppError } from '../errors'
import type { Clock } from '../query/dates'
import { recordExport } from '../records/export-source'
import { readRecordSearch } from '../records/search-params'
import type { RawParams } from '../table/table-params'
import type { ExportTable } from './manifest-dto'
import type { ExportSource } from './run-export'

type Reader = (actor: Actor, raw: RawParams, clock: Clock) => Promise<ExportSource> | null

const READERS: Readonly<Record<ExportTable, Reader>> = {
  records: (actor, raw, clock) => {
    const { search, problems } = readRecordSearch(raw)
    return problems.length > 0 ? null : recordExport(actor, search, clock)
  },
  connections: (actor, raw, clock) => {
    const { search, problems } = readConnectionSearch(raw)
    return problems.length > 0 ? null : connectionExport(actor, search, clock)
  },
  audit: (actor, raw, clock) => {
    const { search, problems } = readAuditSearch(raw)
    return problems.length > 0 ? null : auditExport(actor, search, clock)
  },
}

/** Rows that `newest` may ask for at most: who wants more wants all of them. */
const MOST_NEWEST = 100_000

const newestRows = z
  .string()
  .regex(/^[1-9]\d*$/)
  .transform(Number)
  .pipe(z.number().max(MOST_NEWEST))

/**
 * What the address of a list names, as something to write to a file; null when it was not understood. With `newest` in it, only so many of
 * the rows that were made last. Throws INVALID for a wrong filter and a wrong number.
 */
export async function exportSourceOf(
  actor: Actor,
  table: ExportTable,
  raw: RawParams,
  clock: Clock,
): Promise<ExportSource | null> {
  const { newest, ...list } = raw
  const source = await READERS[table](actor, list, clock)
  if (!source || newest === undefined) return source
  const { success, data } = newestRows.safeParse(newest)
  if (!success)
    throw new AppError(
      'INVALID',
      'The newest rows of an export are a whole number from 1 to 100,000: say how many as newest.',
    )
  return { ...source, newest: data, filter: { ...source.filter, newest: String(data) } }
}
