import 'server-only'
import type { Prisma } from '../db/generated/client'
import type { MaskPolicy } from '../mask/policy'
import { RECORDS_FROM } from '../records/fields-sql'
import { nameIn } from '../records/name-in'
import { routes } from '../routes'
import type { Hit } from './line'
import { matchIn } from './match-in'

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

/**
 * The records of these ids as they are shown, those that are gone left out: first those that have all of the `words` in their name or ids, then those that have them elsewhere, and
 * where; else in the order given. By the primary keys.
 */
export async function recordHits(
  policy: MaskPolicy,
  tx: Prisma.TransactionClient,
  ids: readonly string[],
  words: readonly string[] = [],
): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r."externalId", r."entityType", r.status = 'ARCHIVED' as archived, r."deletedAt" is not null as deleted,
      c.name as integration, c."connectionId" as customer,
      case when pg_column_size(r.data) < ${NAME_LIMIT} then r.data::text end as text
    ${RECORDS_FROM} where r.id = any(${[...ids]}::text[])`
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [foundIn(policy, row, words)] : []
  })
  return [...found.filter(({ isNamed }) => isNamed), ...found.filter(({ isNamed }) => !isNamed)].map(({ hit }) => hit)
}

function foundIn(
  policy: MaskPolicy,
  { id, externalId, entityType, archived, deleted, integration, customer, text }: Row,
  words: readonly string[],
): { hit: Hit; isNamed: boolean } {
  // Masked before anything is taken out of it.
  const masked = text === null ? null : policy.ofRecord(entityType).validJson(text).text
  const title = (masked === null ? null : nameIn(masked)) ?? externalId ?? id
  const names = `${title} ${externalId} ${id}`.toLowerCase()
  const isNamed = words.every((word) => names.includes(word.toLowerCase()))
  const match = masked === null || isNamed ? null : matchIn(masked, words)
  const detail = [match, entityType, title === externalId ? null : externalId, integration, customer]
  const hit: Hit = {
    kind: 'record',
    key: id,
    title,
    detail: detail.filter((part) => part !== null && part !== '').join(' · '),
    ...(deleted ? { state: 'Deleted' } : archived ? { state: 'Archived' } : {}),
    href: routes.record(id),
  }
  return { hit, isNamed }
}
