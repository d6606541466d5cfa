import 'server-only'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
import { formsInText } from '../mask/form-pattern'
import { maskPolicy } from '../mask/mask-policy'
import type { FieldSql, Registry } from '../query/registry'
import type { SortColumn } from '../table/keyset'
import type { CauseState } from './dto'
import { CAUSE_FIELDS } from './fields'

const word = (state: CauseState) => Prisma.sql`${state}::text`

/** The state of a cause `c`, as `CauseState` describes it. */
export const CAUSE_STATE = Prisma.sql`
  case when c.resolved_at is not null then ${word('resolved')}
    when c.muted_until_change or c.muted_until > now() then ${word('muted')}
    when c.reopened_at > now() - interval '7 days' then ${word('reopened')}
    when c.first_seen_at > now() - interval '1 day' then ${word('new')} else ${word('ongoing')} end`

/** Everything below expects `mastra_admin.issue_cause` under the name `c`. */
const sql: Readonly<Record<string, FieldSql>> = {
  id: { column: Prisma.sql`c.id` },
  state: { column: Prisma.sql`(${CAUSE_STATE})` },
  kind: { column: Prisma.sql`c.kind` },
  integration: { column: Prisma.sql`c.integrations` },
  connections: { column: Prisma.sql`c.connections` },
  customer: {
    column: Prisma.sql`s.customer`,
    wrap: (predicate) => Prisma.sql`exists (
      select from mastra_admin.issue_sighting s where s.cause_id = c.id and s.open_key is not null and ${predicate})`,
  },
  assignee: { column: Prisma.sql`c.assignee_email` },
  ticket: { column: Prisma.sql`c.ticket` },
  appearedAt: { column: Prisma.sql`c.appeared_at`, zoned: true },
  firstSeenAt: { column: Prisma.sql`c.first_seen_at`, zoned: true },
}

/**
 * The causes as this person may ask of them: titles are kept as everyone may see them, so what is not shown to this person by its form is not
 * found in them either. A word is looked for in the title and in what is said of it.
 */
export async function causeRegistry(actor: Actor): Promise<Registry> {
  const title = Prisma.sql`regexp_replace(c.title, ${formsInText(await maskPolicy(actor), 'plain')}, '', 'gi')`
  return {
    fields: CAUSE_FIELDS,
    sql: { ...sql, title: { column: title } },
    bareWord: (text, like) => Prisma.sql`
      c.id = ${text} or ${title} ilike ${like} or c.kind ilike ${like} or c.ticket ilike ${like} or c.assignee_email ilike ${like}
      or array_to_string(c.integrations, ' ') ilike ${like}`,
  }
}

export const causeSortColumns = {
  id: { sql: Prisma.sql`c.id`, nullable: false, type: 'text' },
  title: { sql: Prisma.sql`c.title`, nullable: false, type: 'text' },
  connections: { sql: Prisma.sql`c.connections`, nullable: false, type: 'integer' },
  appearedAt: { sql: Prisma.sql`c.appeared_at`, nullable: false, type: 'timestamptz' },
  firstSeenAt: { sql: Prisma.sql`c.first_seen_at`, nullable: false, type: 'timestamptz' },
} satisfies Record<string, SortColumn>
