import 'server-only'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { AppError } from '../errors'
import type { ExportColumn } from '../exports/render'
import type { ExportSource } from '../exports/run-export'
import { HEALTH_STATE, LAST_SEEN } from '../health/state-sql'
import { maskPolicy } from '../mask/mask-policy'
import { MASK } from '../mask/mask-sign'
import type { MaskPolicy } from '../mask/policy'
import type { Clock } from '../query/dates'
import { withoutMaskedValues } from '../query/masked-terms'
import { whereOf } from '../table/find-page'
import { connectionRegistry, ISSUE_COUNT } from './fields-sql'
import type { ConnectionSearch } from './search-params'

const COLUMNS: readonly (Omit<ExportColumn, 'mask'> & { value: Prisma.Sql })[] = [
  { name: 'id', kind: 'text', value: Prisma.sql`c.id` },
  { name: 'integration', kind: 'text', value: Prisma.sql`c.name` },
  { name: 'connectionId', kind: 'text', value: Prisma.sql`c."connectionId"` },
  { name: 'issueCount', kind: 'number', value: Prisma.sql`${ISSUE_COUNT}::text` },
  {
    name: 'issues',
    kind: 'json',
    value: Prisma.sql`to_json(coalesce(c.issues, '{}'))::text`,
  },
  {
    name: 'entityCount',
    kind: 'number',
    value: Prisma.sql`(select count(*) from mastra.entity e where e.k_id = c.id)::text`,
  },
  { name: 'health', kind: 'text', value: HEALTH_STATE },
  { name: 'lastSeenAt', kind: 'text', value: isoText(Prisma.sql`${LAST_SEEN} at time zone 'UTC'`) },
  { name: 'createdAt', kind: 'text', value: isoText(Prisma.sql`c."createdAt"`) },
  { name: 'updatedAt', kind: 'text', value: isoText(Prisma.sql`c."updatedAt"`) },
  { name: 'lastSyncAt', kind: 'text', value: isoText(Prisma.sql`c."lastSyncAt"`) },
]

/** Every connection of a list, newest id first, its issues masked. Throws INVALID when the filter was not understood. */
export async function connectionExport(actor: Actor, { q }: ConnectionSearch, clock: Clock): Promise<ExportSource> {
  const [policy, registry] = await Promise.all([maskPolicy(actor), connectionRegistry(actor, q)])
  const filter = whereOf(q, registry, clock)
  if (!filter.ok) throw new AppError('INVALID', 'This filter was not understood, so nothing was exported.')
  return {
    table: 'connections',
    permission: 'connections:export',
    filter: {
      q: withoutMaskedValues(q, registry.fields, MASK),
      now: clock.now.toISOString(),
      timeZone: clock.timeZone,
    },
    columns: COLUMNS.map((column) => (column.name === 'issues' ? { ...column, mask: issuesBy(policy) } : column)),
    select: Prisma.sql`select ${Prisma.join(COLUMNS.map(({ value }) => value))} from mastra.connections c where ${filter.where}`,
    order: Prisma.sql`c.id desc`,
    byAge: Prisma.sql`c."createdAt" desc, c.id desc`,
  }
}

function issuesBy({ message }: MaskPolicy): (value: string) => string {
  return (value) => JSON.stringify((JSON.parse(value) as (string | null)[]).map((issue) => issue && message(issue)))
}
