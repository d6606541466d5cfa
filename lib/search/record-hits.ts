import 'server-only'
import type { Prisma } from '../db/generated/client'
import type { MaskPolicy } from '../mask/policy'
import { RECORDS_FROM } from '../records/fields-sql'
import { routes } from '../routes'
import type { Hit } from './line'
import { nameIn } from './name-in'

/** Bytes, as stored, above which a document is not read for its name. */
const NAME_LIMIT = 8_192

interface Row {
  id: string
  externalId: string | null
  entityType: string
  archived: boolean
  deleted: boolean
  integration: string | null
  customer: string | null
  text: string | null
}

/** The records of these ids as they are shown, in that order, those that are gone left out. By the primary keys. */
export async function recordHits(
  policy: MaskPolicy,
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r."externalId", r."entityType", r.status = 'ARCHIVED' as archived, r."deletedAt" is not null as deleted,
      c.name as integration, c."connectionId" as customer,
      case when pg_column_size(r.data) < ${NAME_LIMIT} then r.data::text end as text
    ${RECORDS_FROM} where r.id = any(${[...ids]}::text[])`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [hitOf(policy, row)] : []
  })
}

function hitOf(
  policy: MaskPolicy,
  { id, externalId, entityType, archived, deleted, integration, customer, text }: Row,
): Hit {
  // Masked before anything is taken out of it.
  const name = text === null ? null : nameIn(policy.ofRecord(entityType).validJson(text).text)
  const title = name ?? externalId ?? id
  const detail = [entityType, title === externalId ? null : externalId, integration, customer]
  return {
    kind: 'record',
    key: id,
    title,
    detail: detail.filter((part) => part !== null && part !== '').join(' · '),
    ...(deleted ? { state: 'Deleted' } : archived ? { state: 'Archived' } : {}),
    href: routes.record(id),
  }
}
