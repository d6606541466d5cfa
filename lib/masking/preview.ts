import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize, type Role } from '../auth/permissions'
import { database } from '../db/client'
import { previewMaskPolicy } from '../mask/mask-policy'
import type { RecordDocument } from '../records/dto'
import { readDocument } from '../records/present'
import { EMBED_LIMIT } from '../records/queries'
import { isRecordId } from '../records/schema'

/** A record's data as a role is shown it. */
export interface MaskingPreview {
  id: string
  externalId: string | null
  entityType: string
  /** Null where it is too large to be part of a page. */
  document: Extract<RecordDocument, { kind: 'embedded' }> | null
}

interface Row extends Omit<MaskingPreview, 'document'> {
  text: string | null
}

/**
 * The record of this id, or the latest id of those with this external id, as `role` is shown its data by the rules as they are now, less what whoever asks is not shown
 * themselves; null when there is none. By the primary key and Mastra's index on external ids. Throws FORBIDDEN.
 */
export async function previewMasking(actor: Actor, named: string, role: Role): Promise<MaskingPreview | null> {
  authorize(actor, 'masking:manage')
  if (!isRecordId(named)) return null
  const [row] = await database().$queryRaw<Row[]>`
    select id, "externalId", "entityType", case when octet_length(data::text) <= ${EMBED_LIMIT} then data::text end as text
    from mastra.records where id = ${named} or "externalId" = ${named} order by id = ${named} desc, id desc limit 1`
  if (!row) return null
  const { text, ...record } = row
  const mask = (await previewMaskPolicy(actor, role)).ofRecord(row.entityType)
  return { ...record, document: text === null ? null : readDocument(mask, text) }
}
