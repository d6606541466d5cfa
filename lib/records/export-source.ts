import 'server-only'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { AppError } from '../errors'
import type { ExportColumn } from '../exports/render'
import type { ExportSource } from '../exports/run-export'
import { maskPolicy } from '../mask/mask-policy'
import { MASK } from '../mask/mask-sign'
import type { MaskPolicy } from '../mask/policy'
import type { Clock } from '../query/dates'
import { withoutMaskedValues } from '../query/masked-terms'
import { isDataColumn, keysOf, type RecordColumn, type SystemColumn } from './columns'
import { RECORDS_FROM } from './fields-sql'
import { matching } from './matching'
import { recordFields } from './record-registry'
import { columnsOf } from './search-params'
import { type RecordSearch, recordQuery } from './search-query'
import { propertiesFor } from './typed-columns'

const VALUES: Readonly<Record<SystemColumn, Prisma.Sql>> = {
  id: Prisma.sql`r.id`,
  entityType: Prisma.sql`r."entityType"`,
  externalId: Prisma.sql`r."externalId"`,
  source: Prisma.sql`r.source`,
  status: Prisma.sql`r.status::text`,
  enrichmentStatus: Prisma.sql`r."enrichmentStatus"::text`,
  'connection.name': Prisma.sql`c.name`,
  'connection.connectionId': Prisma.sql`c."connectionId"`,
  createdAt: isoText(Prisma.sql`r."createdAt"`),
  updatedAt: isoText(Prisma.sql`r."updatedAt"`),
  deletedAt: isoText(Prisma.sql`r."deletedAt"`),
  data: Prisma.sql`r.data::text`,
}

/**
 * Every record of a list with the columns in view, in the order of ids, which is the order in which Postgres reads fastest. A document is
 * written whole, where the table shows its beginning. Throws INVALID when the filter was not understood.
 */
export async function recordExport(actor: Actor, search: RecordSearch, clock: Clock): Promise<ExportSource> {
  const [policy, condition, properties, fields] = await Promise.all([
    maskPolicy(actor),
    matching(actor, search, clock),
    propertiesFor(search),
    recordFields(actor, search.q),
  ])
  if (!condition) throw new AppError('INVALID', 'This filter was not understood, so nothing was exported.')
  const names = columnsOf(search, properties).map(({ name }) => name)
  const values = names.map((name) =>
    isDataColumn(name) ? Prisma.sql`(r.data #> ${keysOf(name)}::text[])::text` : VALUES[name],
  )
  const { state, text } = recordQuery(search)
  // The filter is kept with the file and in the trail; what was compared with something masked may be the secret itself.
  const q = withoutMaskedValues(search.q, fields, MASK)
  return {
    table: 'records',
    permission: 'records:export',
    filter: given({
      q: q === '' ? undefined : q,
      state: state ?? 'live',
      text,
      now: clock.now.toISOString(),
      timeZone: clock.timeZone,
    }),
    columns: names.map((name) => columnOf(policy, name)),
    select: Prisma.sql`select ${Prisma.join([...values, VALUES.entityType])} ${RECORDS_FROM} where ${condition}`,
    order: Prisma.sql`r.id`,
    byAge: Prisma.sql`r."createdAt" desc, r.id desc`,
  }
}

/** By the entity type, which the statement gives behind the columns, it is decided what of a document is masked. */
function columnOf(policy: MaskPolicy, name: RecordColumn): ExportColumn {
  const of = (row: readonly (string | null)[]) => policy.ofRecord(row.at(-1) ?? null)
  if (name === 'data') return { name, kind: 'json', mask: (value, row) => of(row).validJson(value).text }
  if (!isDataColumn(name)) return { name, kind: 'text' }
  const keys = keysOf(name)
  return { name, kind: 'json', mask: (value, row) => of(row).valueAt(keys, value) }
}

function given(filter: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
