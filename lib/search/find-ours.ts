import 'server-only'
import type { Actor } from '../auth/actor'
import { can } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { formatCount } from '../format-number'
import { CAUSE_STATE } from '../issues/fields-sql'
import { maskPolicy } from '../mask/mask-policy'
import type { MaskPolicy } from '../mask/policy'
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
  const words = wordsOf(looked.text)
  if (words.length === 0) return []
  const policy = await maskPolicy(actor)
  const found = await withinBudget(
    database(),
    BUDGET,
    async (tx) => ({
      causes: await causes(tx, policy, words, looked.locale),
      views: await views(tx, actor, holdsAll(Prisma.sql`v.name`, words)),
      people: can(actor, 'users:manage') ? await people(tx, holdsAll(Prisma.sql`u.email`, words)) : [],
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

interface CauseFound {
  id: string
  title: string
  state: string
  connections: number
  /** What else of it is looked through. */
  said: string
}

/** What is masked for this person in a title is neither shown nor found: the words have to be in what is left of it. */
async function causes(
  tx: Prisma.TransactionClient,
  { message }: MaskPolicy,
  words: readonly string[],
  locale: string,
): Promise<Hit[]> {
  const said = Prisma.sql`concat_ws(' ', c.kind, c.ticket, array_to_string(c.integrations, ' '))`
  const rows = await tx.$queryRaw<CauseFound[]>`
    select c.id, c.title, ${CAUSE_STATE} as state, c.connections, ${said} as said from mastra_admin.issue_cause c
    where c.replaced_by is null and ${holdsAll(Prisma.sql`concat_ws(' ', c.title, ${said})`, words)}
    order by c.resolved_at is not null, c.connections desc, c.id limit ${MOST_READ}`
  return rows
    .map((row) => ({ ...row, title: message(row.title) }))
    .filter(({ title, said: rest }) =>
      words.every((word) => `${title} ${rest}`.toLowerCase().includes(word.toLowerCase())),
    )
    .map(({ id, title, state, connections }) => ({
      kind: 'cause',
      key: id,
      title,
      detail: `${state}, ${formatCount(locale, connections, { one: 'connection', other: 'connections' })}`,
      href: routes.issue(id),
    }))
}

function holdsAll(text: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  return allOf(words.map((word) => Prisma.sql`${text} ilike ${`%${likePattern([word])}%`}`))
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
    href: routes.user(id),
  }))
}
