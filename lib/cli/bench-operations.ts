import pg from 'pg'
import { Prisma } from '../db/generated/client'
import { inlined } from '../indexes/inlined'
import { numberKey, textKey } from '../query/path-keys'
import { searchHead } from '../records/search-text'
import { routes } from '../routes'
import { ABSENT_WORD, RARE_WORD } from './bench-data'

/** Something that people wait for, and the same as SQL written by hand for indexes made for it. */
export interface Operation {
  name: string
  path: string
  ideal: string
  /** What the page shows beside its rows, in the same bounds: how many match, and by which values. */
  beside?: string
  /** What a common admin tool would run for it, where it has such a page. */
  common?: string
}

const COLUMNS = `r.id, r."externalId", r.source, r."entityType", r.status, r."enrichmentStatus", r."deletedAt", r."createdAt", r."updatedAt",
  c.id, c.name, c."connectionId", case when pg_column_size(r.data) < 8192 then r.data::text end as data`
const FROM = `mastra.records r left join mastra.entity e on e.id = r."entityId" left join mastra.connections c on c.id = e.k_id`
const LIVE = `"deletedAt" is null`
const NEWEST = 'r."createdAt" desc, r.id desc'
const COMMON_COUNT = `select count(*) from mastra.records where ${LIVE}`

/** The operations of one database, with values that occur in it. */
export async function operationsOn(client: pg.Client): Promise<Operation[]> {
  const deep = await deepPlace(client)
  const one = await single(client, `select id, data->>'email' as email from mastra.records order by md5(id) limit 1`)
  const email = pg.escapeLiteral(one.email ?? '')
  const key = (kind: typeof textKey) => inlined(kind(Prisma.sql`r.data`, [kind === textKey ? 'email' : 'amount']))
  const cursor = Buffer.from(JSON.stringify(['-createdAt,-id', deep.at, deep.id])).toString('base64url')
  const holding = (word: string) => `${inlined(searchHead())} ilike '%${word}%'`
  const text = (word: string) => commonPage(`and data::text ilike '%${word}%'`, 0)
  return [
    { ...list('first page', {}), common: `${commonPage('', 0)}; ${COMMON_COUNT}` },
    {
      ...list(`page ${deep.page.toLocaleString('en-GB')}`, { after: cursor }),
      ideal: rows(`and (r."createdAt", r.id) < ('${deep.at}'::timestamp, '${deep.id}')`),
      common: `${commonPage('', deep.page * 50)}; ${COMMON_COUNT}`,
    },
    list(
      'type and state',
      { q: 'entityType:TICKET status:ARCHIVED' },
      `and r."entityType" = 'TICKET' and r.status = 'ARCHIVED'`,
    ),
    list('equality in data', { q: `data.email:${one.email}` }, `and ${key(textKey)} = lower(${email})`),
    list('range of numbers', { q: 'data.amount:[9990 TO 9999]' }, `and ${key(numberKey)} between 9990 and 9999`),
    { ...list('rare text', { q: RARE_WORD }, `and ${holding(RARE_WORD)}`), common: text(RARE_WORD) },
    { ...list('absent text', { q: ABSENT_WORD }, `and ${holding(ABSENT_WORD)}`), common: text(ABSENT_WORD) },
    list('two-column sort', { sort: 'entityType,-createdAt' }, '', `r."entityType", ${NEWEST}`),
    list('facets of many', { q: 'status:ACTIVE' }, `and r.status = 'ACTIVE'`),
    {
      name: 'overview',
      path: routes.overview(),
      ideal: 'select integration, sum(records) from mastra_admin.activity_hour group by 1',
    },
    {
      name: 'record page',
      path: routes.record(one.id ?? ''),
      ideal: `select r.*, c.name from ${FROM} where r.id = '${one.id}'`,
    },
    {
      name: 'connections with issues',
      path: routes.connections({ q: 'issues:*' }),
      ideal: `select * from mastra.connections where cardinality(issues) > 0 order by "createdAt" desc, id desc limit 51`,
      beside: 'select count(*) from mastra.connections where cardinality(issues) > 0',
    },
  ]
}

function list(name: string, query: Parameters<typeof routes.records>[0], condition = '', order = NEWEST): Operation {
  return {
    name,
    path: routes.records(query),
    ideal: rows(condition, order),
    beside: `${count(condition)}; ${facets(condition)}`,
  }
}

/** The rows are chosen before they are read and joined, as a planner does by itself only for some orders. */
function rows(condition: string, order = NEWEST): string {
  const chosen = `select r.id from mastra.records r where r.${LIVE} ${condition} order by ${order} limit 51`
  return `with page as materialized (${chosen}) select ${COLUMNS} from ${FROM} join page on page.id = r.id order by ${order}`
}

function count(condition: string): string {
  return `select count(*) from (select from mastra.records r where r.${LIVE} ${condition} limit 10001) counted`
}

function facets(condition: string): string {
  const newest = `select r."entityType", r.status, r."enrichmentStatus", r.source, c.name from ${FROM}
    where r.${LIVE} ${condition} order by ${NEWEST} limit 2001`
  return `select "entityType", status, "enrichmentStatus", source, name, count(*) from (${newest}) matching
    group by grouping sets (1, 2, 3, 4, 5)`
}

function commonPage(condition: string, offset: number): string {
  return `select * from mastra.records where ${LIVE} ${condition} order by "createdAt" desc limit 50 offset ${offset}`
}

/** The place behind page 10,000, or behind half of the list where it has fewer pages. */
async function deepPlace(client: pg.Client): Promise<{ page: number; at: string; id: string }> {
  const live = Number(
    (await single(client, 'select count(*) as count from mastra.records where "deletedAt" is null')).count,
  )
  const page = Math.min(10_000, Math.floor(live / 100))
  const row = await single(
    client,
    `select to_json("createdAt") #>> '{}' as at, id from mastra.records where "deletedAt" is null
     order by "createdAt" desc, id desc offset ${page * 50 - 1} limit 1`,
  )
  return { page, at: row.at ?? '', id: row.id ?? '' }
}

async function single(client: pg.Client, sql: string): Promise<Record<string, string>> {
  return (await client.query<Record<string, string>>(sql)).rows[0] ?? {}
}
