import 'server-only'
import type { Actor } from '../auth/actor'
import { can } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { formatCount } from '../format-number'
import { CAUSE_STATE } from '../issues/fields-sql'
import { likePattern } from '../query/like'
import { allOf } from '../query/logic'
import { routes } from '../routes'
import type { Looked } from './find-exact'
import type { FoundHits, Hit } from './line'
import { matchScore, ranked, withUse } from './rank'
import { wordsOf } from './typed'

/** Milliseconds for tables of ours, none of which grows with the records. */
const BUDGET = 300
const MOST_READ = 50

/** Causes by title, kind and ticket; views by name, the person's own and shared ones; and for whoever manages users, those by e-mail. */
export async function findOurs(
  actor: Actor,
  looked: Looked,
  weightOf: (hit: Hit) => number,
  most: number,
): Promise<FoundHits[]> {
  const words = wordsOf(looked.text).map((word) => `%${likePattern([word])}%`)
  if (words.length === 0) return []
  const holds = (column: Prisma.Sql) => allOf(words.map((word) => Prisma.sql`${column} ilike ${word}`))
  const found = await withinBudget(
    database(),
    BUDGET,
    async (tx) => ({
      causes: await causes(
        tx,
        holds(Prisma.sql`concat_ws(' ', c.title, c.kind, c.ticket, array_to_string(c.integrations, ' '))`),
        looked.locale,
      ),
      views: await views(tx, actor, holds(Prisma.sql`v.name`)),
      people: can(actor, 'users:manage') ? await people(tx, holds(Prisma.sql`u.email`)) : [],
    }),
    looked.signal,
  )
  if (!found) return []
  const group = (name: 'causes' | 'views' | 'people', hits: Hit[]): FoundHits => ({
    type: 'group',
    group: name,
    hits: ranked(hits, (hit) => withUse(Math.max(0.01, matchScore(looked.text, hit.title)), weightOf(hit))).slice(
      0,
      most,
    ),
  })
  return [group('causes', found.causes), group('views', found.views), group('people', found.people)]
}

async function causes(tx: Prisma.TransactionClient, where: Prisma.Sql, locale: string): Promise<Hit[]> {
  const rows = await tx.$queryRaw<{ id: string; title: string; state: string; connections: number }[]>`
    select c.id, c.title, ${CAUSE_STATE} as state, c.connections from mastra_admin.issue_cause c
    where c.replaced_by is null and ${where} order by c.resolved_at is not null, c.connections desc, c.id limit ${MOST_READ}`
  return rows.map(({ id, title, state, connections }) => ({
    kind: 'cause',
    key: id,
    title,
    detail: `${state}, ${formatCount(locale, connections, { one: 'connection', other: 'connections' })}`,
    href: routes.issue(id),
  }))
}

async function views(tx: Prisma.TransactionClient, actor: Actor, where: Prisma.Sql): Promise<Hit[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; table: string; shared: boolean }[]>`
    select v.id::text as id, v.name, v.table_name as table, v.shared from mastra_admin.saved_view v
    where (v.shared or v.owner_id = ${actor.id}) and ${where} order by v.shared, lower(v.name) limit ${MOST_READ}`
  return rows.map(({ id, name, table, shared }) => ({
    kind: 'view',
    key: id,
    title: name,
    detail: `${shared ? 'shared' : 'your'} view of ${table}`,
    href: routes.view(id),
  }))
}

async function people(tx: Prisma.TransactionClient, where: Prisma.Sql): Promise<Hit[]> {
  const rows = await tx.$queryRaw<{ id: string; email: string; role: string; disabled: boolean }[]>`
    select u.id::text as id, u.email, u.role, u.disabled_at is not null as disabled from mastra_admin."user" u
    where ${where} order by u.disabled_at is not null, u.email limit ${MOST_READ}`
  return rows.map(({ id, email, role, disabled }) => ({
    kind: 'user',
    key: id,
    title: email,
    detail: role,
    ...(disabled ? { state: 'Disabled' } : {}),
    href: routes.users(),
  }))
}
