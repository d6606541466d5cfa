import 'server-only'
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { authorize, can } from '../auth/permissions'
import { database } from '../db/client'
import type { Export } from '../db/generated/client'
import { transact } from '../db/transact'
import { keptSize } from './kept-file'
import {
  EXPORT_FORMATS,
  EXPORT_TABLES,
  type ExportFormat,
  type ExportManifest,
  type ExportRow,
  exportManifest,
  fileNameOf,
} from './manifest-dto'

export const EXPORTS_SHOWN = 100
/** Milliseconds after which an export whose process was killed is not said to be under way any more. */
const LONGEST = 24 * 60 * 60_000

/** The newest exports: one's own, and everyone's for who manages users. Throws FORBIDDEN. */
export async function listExports(actor: Actor): Promise<ExportRow[]> {
  authorize(actor, 'records:export')
  const rows = await database().export.findMany({
    where: can(actor, 'users:manage') ? {} : { actorId: actor.id },
    orderBy: { id: 'desc' },
    take: EXPORTS_SHOWN,
  })
  return rows.map((row) => ({
    id: row.id,
    table: z.enum(EXPORT_TABLES).parse(row.table),
    format: z.enum(EXPORT_FORMATS).parse(row.format),
    actorEmail: row.actorEmail,
    startedAt: row.startedAt.toISOString(),
    state: stateOf(row),
    kept: row.request === null ? null : { until: row.keptUntil?.toISOString() ?? null },
    manifest: row.manifest ? exportManifest.parse(row.manifest) : null,
  }))
}

/** Of one that is made in the background the last piece is written after the manifest. */
function stateOf({ manifest, request, keptUntil, endedAt, startedAt }: Export): ExportRow['state'] {
  if (manifest && (!request || keptUntil)) return 'whole'
  return endedAt && !manifest ? 'broken' : !request && Date.now() - startedAt.getTime() > LONGEST ? 'broken' : 'running'
}

/**
 * What proves an export to be whole; null when there is none of that id that the person may see, or it is not whole. Throws FORBIDDEN, also for
 * a token that may not export the table that it is of: what its owner took out once is no way round its scopes.
 */
export async function manifestOf(actor: Actor, id: string): Promise<ExportManifest | null> {
  authorize(actor, 'records:export')
  if (!z.uuid().safeParse(id).success) return null
  const row = await database().export.findUnique({ where: { id } })
  if (!row?.manifest || (row.actorId !== actor.id && !can(actor, 'users:manage'))) return null
  const manifest = exportManifest.parse(row.manifest)
  authorize(actor, `${manifest.table}:export`)
  return manifest
}

/** A kept file that can be fetched. */
export interface KeptFile {
  fileName: string
  format: ExportFormat
  /** Bytes. */
  size: number
  sha256: string
}

/**
 * The kept file of an export, for whoever made it and for administrators; null when there is none, not yet, or not any
 * more. Throws FORBIDDEN.
 */
export async function keptFileOf(actor: Actor, id: string): Promise<KeptFile | null> {
  const manifest = await manifestOf(actor, id)
  if (!manifest) return null
  const { keptUntil } = await database().export.findUniqueOrThrow({ where: { id } })
  if (!keptUntil || keptUntil < new Date()) return null
  const size = await keptSize(id)
  return size === 0 ? null : { fileName: fileNameOf(manifest), format: manifest.format, size, sha256: manifest.sha256 }
}

/** Says in the trail that a kept file is fetched, from which byte on. Throws FORBIDDEN. */
export async function noteFetched(actor: Actor, id: string, from: number): Promise<void> {
  authorize(actor, 'records:export')
  await transact(actor, ({ audit }) => audit([{ action: 'export.fetch', subjectId: id, after: { from } }]))
}
