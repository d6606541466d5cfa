import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { fillWithRecords, RARE_WORD } from './bench-data'
import { operationsOn } from './bench-operations'

const ROWS = 1_000
let test: TestDatabase
let client: pg.Client

async function one(sql: string): Promise<Record<string, unknown>> {
  const { rows } = await client.query<Record<string, unknown>>(sql)
  return rows[0] ?? {}
}

beforeAll(async () => {
  test = await withTestDatabase()
  client = new pg.Client({ connectionString: test.url, options: '-c TimeZone=UTC' })
  await client.connect()
  await fillWithRecords(client, ROWS, () => undefined)
})

afterAll(async () => {
  await client.end()
  await test.drop()
})

it('makes rows like real ones: skewed, of the sizes that documents have, with ids that sort by time', async () => {
  expect(
    await one(`select count(*)::int as records, count(distinct "entityType") > 1 as kinds, count(distinct status)::int as states,
      count("deletedAt")::int between 20 and 90 as deleted, count(*) filter (where data::text like '%${RARE_WORD}%')::int as rare,
      count(*) filter (where length(data::text) > 4000000)::int as huge, count(*) filter (where id !~ '^c[a-z0-9]{24}$')::int as others,
      percentile_disc(0.5) within group (order by length(data::text)) between 300 and 900 as documents from mastra.records`),
  ).toEqual({ records: ROWS, kinds: true, states: 2, deleted: true, rare: 1, huge: 1, others: 1, documents: true })
  const { rows } = await client.query<{ id: string }>(
    `select id from mastra.records where id ~ '^c' order by "createdAt" limit 500`,
  )
  const inversions = rows.filter(({ id }, at) => at > 0 && id.slice(0, 7) < (rows[at - 1]?.id.slice(0, 7) ?? ''))
  expect(inversions.length).toBeLessThan(5)
})

it('asks questions of it that Postgres understands, and finds the rare word but not the absent one', async () => {
  const found = new Map<string, number>()
  for (const { name, ideal, beside = '', common = '' } of await operationsOn(client)) {
    for (const statement of `${beside};${common}`.split(';').filter((text) => text.trim() !== ''))
      await client.query(statement)
    found.set(name, (await client.query(ideal)).rows.length)
  }
  expect(Object.fromEntries(found)).toMatchObject({
    'first page': 51,
    'equality in data': 1,
    'rare text': 1,
    'absent text': 0,
    'two-column sort': 51,
    'record page': 1,
  })
})
