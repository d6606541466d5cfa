import 'server-only'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { AppError } from '../errors'
import type { ExportColumn } from '../exports/render'
import type { ExportSource } from '../exports/run-export'
import { maskPolicy } from '../mask/mask-policy'
import type { Clock } from '../query/dates'
import { whereOf } from '../table/find-page'
import { ACTOR_ROLE, AUDIT_FROM, auditRegistry } from './fields-sql'
import type { AuditSearch } from './search-params'

const COLUMNS: readonly (ExportColumn & { value: Prisma.Sql })[] = [
  { name: 'id', kind: 'text', value: Prisma.sql`a.id::text` },
  { name: 'at', kind: 'text', value: isoText(Prisma.sql`a.at at time zone 'UTC'`) },
  { name: 'actor.email', kind: 'text', value: Prisma.sql`a.actor_email` },
  { name: 'actor.role', kind: 'text', value: ACTOR_ROLE },
  { name: 'token', kind: 'text', value: Prisma.sql`a.token_name` },
  { name: 'action', kind: 'text', value: Prisma.sql`a.action` },
  { name: 'subject.type', kind: 'text', value: Prisma.sql`a.subject_type` },
  { name: 'subject.id', kind: 'text', value: Prisma.sql`a.subject_id` },
  { name: 'before', kind: 'json', value: Prisma.sql`a.before::text` },
  { name: 'after', kind: 'json', value: Prisma.sql`a.after::text` },
  { name: 'correlation', kind: 'text', value: Prisma.sql`a.correlation_id::text` },
  { name: 'undoes', kind: 'text', value: Prisma.sql`a.undoes_id::text` },
  { name: 'undoneBy', kind: 'text', value: Prisma.sql`u.actor_email` },
]

/** Every entry of a list, newest first, masked like the trail itself. Throws INVALID when the filter was not understood. */
export async function auditExport(actor: Actor, { q }: AuditSearch, clock: Clock): Promise<ExportSource> {
  const filter = whereOf(q, auditRegistry, clock)
  if (!filter.ok) throw new AppError('INVALID', 'This filter was not understood, so nothing was exported.')
  const state = (await maskPolicy(actor)).ofState(null)
  const masked = (value: string) => state.validJson(value).text
  return {
    table: 'audit',
    permission: 'audit:export',
    filter: { q, now: clock.now.toISOString(), timeZone: clock.timeZone },
    columns: COLUMNS.map((column) => (column.kind === 'json' ? { ...column, mask: masked } : column)),
    select: Prisma.sql`select ${Prisma.join(COLUMNS.map(({ value }) => value))} from ${AUDIT_FROM} where ${filter.where}`,
    order: Prisma.sql`a.id desc`,
    byAge: Prisma.sql`a.id desc`,
  }
}
