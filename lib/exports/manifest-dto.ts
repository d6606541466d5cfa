import { z } from 'zod'

export const EXPORT_FORMATS = ['csv', 'ndjson', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Something for each format. */
export function byFormat<T>(of: (format: ExportFormat) => T): Record<ExportFormat, T> {
  return { csv: of('csv'), ndjson: of('ndjson'), json: of('json') }
}

export const EXPORT_TABLES = ['records', 'connections', 'audit'] as const
export type ExportTable = (typeof EXPORT_TABLES)[number]

export const exportFormat = z.enum(EXPORT_FORMATS)
export const exportTable = z.enum(EXPORT_TABLES)

/** What a file holds and what proves that it is whole: the last line of NDJSON, a file beside CSV and JSON. */
export const exportManifest = z.object({
  version: z.literal(1),
  id: z.uuid(),
  table: z.enum(EXPORT_TABLES),
  format: z.enum(EXPORT_FORMATS),
  /** The filter as the address of the list had it; empty for none. */
  filter: z.record(z.string(), z.string()),
  columns: z.array(z.string()),
  masking: z.string(),
  rows: z.number().int(),
  /** Of the file, for NDJSON without its last line. */
  bytes: z.number().int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The one moment of which all rows are; ISO 8601 in UTC. */
  snapshotAt: z.iso.datetime(),
  by: z.string(),
})
export type ExportManifest = z.output<typeof exportManifest>

/** The name of the file: it tells the moment, and with the end of the id which export it is. */
export function fileNameOf(of: Pick<ExportManifest, 'table' | 'format' | 'id' | 'snapshotAt'>): string {
  const stamp = of.snapshotAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  return `${of.table}-${stamp}-${of.id.slice(-8)}.${of.format}`
}

/** The line that ends an NDJSON export. */
export const manifestLine = z.object({ manifest: exportManifest })

/** One export that someone made. Times are ISO 8601 in UTC. */
export interface ExportRow {
  id: string
  table: ExportTable
  format: ExportFormat
  actorEmail: string
  startedAt: string
  state: 'running' | 'whole' | 'broken'
  /** Of one that is made in the background: until when it can be fetched, null until it is whole. */
  kept: { until: string | null } | null
  manifest: ExportManifest | null
}
