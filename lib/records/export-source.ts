import 'server-only'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { AppError } from '../errors'
import type { ExportColumn } from '../exports/render'
import type { ExportSource } from '../exports/run-export'
import { maskValidJson } from '../mask/mask-json'
import { MASK } from '../mask/mask-message'
import { isSecretPath } from '../mask/secret-keys'
import type { Clock } from '../query/dates'
import { isDataColumn, keysOf, type RecordColumn, type SystemColumn } from './columns'
import { RECORDS_FROM } from './fields-sql'
import { matching } from './matching'
import { columnsOf, type RecordSearch, recordQuery } from './search-params'
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
export async function recordExport(search: RecordSearch, clock: Clock): Promise<ExportSource> {
  const [condition, properties] = await Promise.all([matching(search, clock), propertiesFor(search)])
  if (!condition) throw new AppError('INVALID', 'This filter was not understood, so that nothing was exported.')
  const names = columnsOf(search, properties).map(({ name }) => name)
  const values = names.map((name) =>
    isDataColumn(name) ? Prisma.sql`(r.data #> ${keysOf(name)}::text[])::text` : VALUES[name],
  )
  const { q, state, text } = recordQuery(search)
  return {
    table: 'records',
    permission: 'records:export',
    filter: given({ q, state: state ?? 'live', text, now: clock.now.toISOString(), timeZone: clock.timeZone }),
    columns: names.map(columnOf),
    statement: Prisma.sql`select ${Prisma.join(values)} ${RECORDS_FROM} where ${condition} order by r.id`,
  }
}

function columnOf(name: RecordColumn): ExportColumn {
  if (name === 'data') return { name, kind: 'json', mask: (value) => maskValidJson(value).text }
  if (!isDataColumn(name)) return { name, kind: 'text' }
  const isSecret = isSecretPath(keysOf(name))
  const hidden = (value: string) => (value === 'null' || value === '""' ? value : JSON.stringify(MASK))
  return { name, kind: 'json', mask: isSecret ? hidden : (value) => maskValidJson(value).text }
}

function given(filter: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
