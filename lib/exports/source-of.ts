import 'server-only'
import { auditExport } from '../audit/export-source'
import { readAuditSearch } from '../audit/search-params'
import type { Actor } from '../auth/actor'
import { connectionExport } from '../connections/export-source'
import { readConnectionSearch } from '../connections/search-params'
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

/** What the address of a list names, as something to write to a file; null when it was not understood. Throws INVALID for a wrong filter. */
export async function exportSourceOf(
  actor: Actor,
  table: ExportTable,
  raw: RawParams,
  clock: Clock,
): Promise<ExportSource | null> {
  return READERS[table](actor, raw, clock)
}
