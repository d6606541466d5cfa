import 'server-only'
import { Prisma } from '../db/generated/client'
import type { Registry } from '../query/registry'
import type { SortColumn } from '../table/keyset'
import { AUDIT_FIELDS } from './fields'
import { STRANGER } from './stranger'

/** The entries as `a`, each with the one that took it back, if any, as `u`. */
export const AUDIT_FROM = Prisma.sql`
  mastra_admin.audit_entry a left join mastra_admin.audit_entry u on u.undoes_id = a.id`

/** Whoever has not signed in has no role, although each entry has one written down. */
export const ACTOR_ROLE = Prisma.sql`case when a.actor_email <> ${STRANGER} then a.actor_role end`

/** A word without a field is looked for in who, what and to what, regardless of case; the changes themselves are not searched. */
export const auditRegistry: Registry = {
  fields: AUDIT_FIELDS,
  sql: {
    id: { column: Prisma.sql`a.id::text` },
    action: { column: Prisma.sql`a.action` },
    at: { column: Prisma.sql`a.at`, zoned: true },
    'actor.email': { column: Prisma.sql`a.actor_email` },
    'actor.role': { column: ACTOR_ROLE },
    token: { column: Prisma.sql`a.token_name` },
    'subject.type': { column: Prisma.sql`a.subject_type` },
    'subject.id': { column: Prisma.sql`a.subject_id` },
    correlation: { column: Prisma.sql`a.correlation_id::text` },
    undone: { column: Prisma.sql`(u.id is not null)` },
  },
  bareWord: (text, like) => Prisma.sql`
    a.subject_id = ${text} or a.actor_email ilike ${like} or a.action ilike ${like} or a.subject_id ilike ${like}`,
}

export const auditSortColumns = {
  id: { sql: Prisma.sql`a.id`, nullable: false, type: 'uuid' },
} satisfies Record<string, SortColumn>
