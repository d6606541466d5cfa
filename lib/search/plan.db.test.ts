import { beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { buildIndex } from '../indexes/build'
import { catalogue, pathEntry } from '../indexes/catalogue'
import { collect, keysOf } from './test/collect'

const SEARCH = 'mastra_admin_records_search'
const ROWS = 40_000
const support = actorOf('SUPPORT')
let test: TestDatabase
let db: PrismaClient

beforeAll(async () => {
  test = await withTestDatabase()
  db = test.client
  await db.$executeRaw`
    insert into mastra.records (id, "entityType", data) select 'r' || lpad(n::text, 6, '0'), 'CONTACT',
      jsonb_build_object('note', 'common words', 'email', 'p' || n || '@plan.example') || case when n = 7 then '{"rare": "zephyr"}' else '{}' end::jsonb
    from generate_series(1, ${ROWS}::int) n`
  await db.$executeRaw`analyze mastra.records`
  return test.drop
})

/** How often Postgres has looked into the index. */
async function scansOf(name: string): Promise<number> {
  const [row] = await db.$queryRaw<{ scans: number }[]>`
    select pg_stat_get_numscans(to_regclass(${`mastra.${name}`}))::int as scans from pg_stat_force_next_flush()`
  return row?.scans ?? 0
}

it('without the index says how far words were looked for, and finds what is common at once', async () => {
  const { records } = await collect(support, 'zephyr')
  expect(records?.note === undefined ? keysOf(records) : records.note).toEqual(
    expect.toSatisfy(
      (answer: unknown) =>
        (Array.isArray(answer) && answer[0] === 'r000007') ||
        (typeof answer === 'string' && /^Only the [\d,]+ newest records, back to .*, were searched\.$/.test(answer)),
    ),
  )
  expect(records?.lacksIndex).toBe(records?.note === undefined ? undefined : true)
  const common = await collect(support, 'common')
  expect(keysOf(common.records)[0]).toBe('r040000')
  expect(common.records?.note).toBeUndefined()
})

it('with the index finds a rare word by it, however old the record is', async () => {
  const entry = catalogue([]).find(({ name }) => name === SEARCH)
  if (!entry) throw new Error('The index is not in the catalogue.')
  await buildIndex(entry, test.url)
  await expect
    .poll(async () => keysOf((await collect(support, 'zephyr')).records), { timeout: 15_000, interval: 1_000 })
    .toEqual(['r000007'])
  // The answer is the same before the index has been noticed, so that it is asked for until it was used.
  await expect
    .poll(
      async () => {
        await collect(support, 'zephyr')
        return scansOf(SEARCH)
      },
      { timeout: 15_000, interval: 1_000 },
    )
    .toBeGreaterThan(0)
})

it('finds a value in data by the index on it, as something exact', async () => {
  const entry = pathEntry(['email'], 'text')
  await buildIndex(entry, test.url)
  await expect
    .poll(async () => keysOf((await collect(support, 'P123@plan.example')).exact), { timeout: 15_000, interval: 1_000 })
    .toEqual(['r000123'])
  await expect.poll(() => scansOf(entry.name), { timeout: 15_000 }).toBeGreaterThan(0)
})
