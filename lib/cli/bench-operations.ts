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
  /** What a common admin tool would run for it, where it has such a page. */
  common?: string
}

const COLUMNS = `r.id, r."externalId", r.source, r."entityType", r.status, r."enrichmentStatus", r."deletedAt", r."createdAt", r."updatedAt",
  case when pg_column_size(r.data) < 8192 then r.data::text end as data`
const PAGE = `select ${COLUMNS} from mastra.records r where "deletedAt" is null`
const NEWEST = 'order by "createdAt" desc, id desc limit 51'
const COMMON_COUNT = 'select count(*) from mastra.records where "deletedAt" is null'
const COMMON_PAGE = `select * from mastra.records where "deletedAt" is null order by "createdAt" desc`

/** The operations of one database, with values that occur in it. */
export async function operationsOn(client: pg.Client): Promise<Operation[]> {
  const deep = await deepPlace(client)
  const one = await single(client, `select id, data->>'email' as email from mastra.records order by md5(id) limit 1`)
  const email = pg.escapeLiteral(one.email ?? '')
  const key = (kind: typeof textKey) => inlined(kind(Prisma.sql`r.data`, [kind === textKey ? 'email' : 'amount']))
  const head = inlined(searchHead())
  const words = (word: string): Operation['ideal'] => `${PAGE} and ${head} ilike '%${word}%' ${NEWEST}`
  const cursor = Buffer.from(JSON.stringify(['-createdAt,-id', deep.at, deep.id])).toString('base64url')
  const list = (query: Parameters<typeof routes.records>[0]) => routes.records(query)
  return [
    {
      name: 'first page',
      path: list({}),
      ideal: `${PAGE} ${NEWEST}`,
      common: `${COMMON_PAGE} limit 50; ${COMMON_COUNT}`,
    },
    {
      name: `page ${deep.page.toLocaleString('en-GB')}`,
      path: list({ after: cursor }),
      ideal: `${PAGE} and ("createdAt", id) < ('${deep.at}'::timestamp, '${deep.id}') ${NEWEST}`,
      common: `${COMMON_PAGE} limit 50 offset ${deep.page * 50}; ${COMMON_COUNT}`,
    },
    {
      name: 'type and state',
      path: list({ q: 'entityType:TICKET status:ARCHIVED' }),
      ideal: `${PAGE} and "entityType" = 'TICKET' and status = 'ARCHIVED' ${NEWEST}`,
    },
    {
      name: 'equality in data',
      path: list({ q: `data.email:${one.email}` }),
      ideal: `${PAGE} and ${key(textKey)} = lower(${email}) ${NEWEST}`,
    },
    {
      name: 'range of numbers',
      path: list({ q: 'data.amount:[9990 TO 9999]' }),
      ideal: `${PAGE} and ${key(numberKey)} between 9990 and 9999 ${NEWEST}`,
    },
    {
      name: 'rare text',
      path: list({ q: RARE_WORD }),
      ideal: words(RARE_WORD),
      common: `${COMMON_PAGE.replace('order', `and data::text ilike '%${RARE_WORD}%' order`)} limit 50`,
    },
    {
      name: 'absent text',
      path: list({ q: ABSENT_WORD }),
      ideal: words(ABSENT_WORD),
      common: `${COMMON_PAGE.replace('order', `and data::text ilike '%${ABSENT_WORD}%' order`)} limit 50`,
    },
    {
      name: 'two-column sort',
      path: list({ sort: 'entityType,-createdAt' }),
      ideal: `${PAGE} order by "entityType", "createdAt" desc, id desc limit 51`,
    },
    {
      name: 'record page',
      path: routes.record(one.id ?? ''),
      ideal: `select r.*, c.name from mastra.records r left join mastra.entity e on e.id = r."entityId"
        left join mastra.connections c on c.id = e.k_id where r.id = '${one.id}'`,
    },
    {
      name: 'connections with issues',
      path: routes.connections({ q: 'issues:*' }),
      ideal: `select * from mastra.connections where cardinality(issues) > 0 order by "createdAt" desc, id desc limit 51`,
    },
  ]
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
