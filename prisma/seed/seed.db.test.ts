import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { PropertyType, RecordEnrichmentStatus } from '@/lib/db/generated/enums'
import { type TestDatabase, withTestDatabase } from '@/lib/db/test-database'
import { seedDemo } from './seed'

const now = new Date('2026-03-01T12:00:00.000Z')
const TABLES = ['connections', 'credentials', 'entity', 'properties', 'records']

const quiet = () => undefined

describe('seedDemo', () => {
  let database: TestDatabase
  let again: TestDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await withTestDatabase()
    again = await withTestDatabase()
    await seedDemo(database.url, quiet, { now })
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    return async () => {
      await client.end()
      await Promise.all([database.drop(), again.drop()])
    }
  })

  async function numberOf(query: string): Promise<number> {
    const { rows } = await client.query<{ number: string }>(`SELECT (${query})::bigint AS number`)
    return Number(rows[0]?.number)
  }

  it.each([
    ['records', 'SELECT count(*) FROM mastra.records', 20_000, 30_000],
    ['connections', 'SELECT count(*) FROM mastra.connections', 300, 300],
    ['integrations', 'SELECT count(DISTINCT name) FROM mastra.connections', 10, 10],
    ['end users', 'SELECT count(DISTINCT "connectionId") FROM mastra.connections', 120, 120],
    ['failing connections', 'SELECT count(*) FROM mastra.connections WHERE cardinality(issues) > 0', 20, 20],
    ['connections with several issues', 'SELECT count(*) FROM mastra.connections WHERE cardinality(issues) > 1', 4, 8],
    ['causes', `SELECT count(DISTINCT left(issue, 8)) FROM mastra.connections, unnest(issues) AS issue`, 5, 5],
    [
      'messages of 4 kB',
      `SELECT count(*) FROM mastra.connections, unnest(issues) AS issue WHERE length(issue) > 4000`,
      1,
      1,
    ],
    ['unknown syncs', 'SELECT count(*) FROM mastra.connections WHERE "lastSyncAt" IS NULL', 80, 200],
    ['subscriptions', 'SELECT count("subscriptionId") FROM mastra.connections', 50, 200],
    ['credentials', 'SELECT count(*) FROM mastra.credentials', 250, 300],
    ['credential types', 'SELECT count(DISTINCT type) FROM mastra.credentials', 2, 2],
    [
      'connections with 1 to 4 entities',
      `SELECT count(*) FROM (SELECT FROM mastra.entity GROUP BY k_id HAVING count(*) <= 4) AS e`,
      300,
      300,
    ],
    ['parts of composites', 'SELECT count("parentId") FROM mastra.properties', 50, 2_000],
    ['deleted records', 'SELECT count("deletedAt") FROM mastra.records', 1_000, 2_000],
    ['archived records', `SELECT count(*) FROM mastra.records WHERE status = 'ARCHIVED'`, 800, 2_000],
    [
      'manual records',
      `SELECT count(*) FROM mastra.records WHERE source = 'MANUAL' AND "entityId" IS NULL AND "externalId" IS NULL`,
      100,
      200,
    ],
    ['ids that are no cuids', `SELECT count(*) FROM mastra.records WHERE id !~ '^c[0-9a-z]{24}$'`, 10, 50],
    [
      'real payloads of GitHub',
      `SELECT count(*) FROM mastra.records WHERE source = 'GITHUB' AND data->'sender' ? 'login'`,
      1_000,
      3_000,
    ],
    [
      'twins',
      'SELECT count(*) FROM (SELECT FROM mastra.records GROUP BY "entityId", "externalId" HAVING count(*) = 2) AS t',
      40,
      100,
    ],
    [
      'external ids shared across connections',
      `SELECT count(*) FROM (SELECT FROM mastra.records r JOIN mastra.entity e ON e.id = r."entityId" GROUP BY "externalId" HAVING count(DISTINCT k_id) > 1) AS s`,
      50,
      200,
    ],
    [
      'texts of 10 kB',
      `SELECT count(*) FROM mastra.records r, jsonb_each(CASE jsonb_typeof(data) WHEN 'object' THEN data END) AS f WHERE length(f.value #>> '{}') > 10000 AND jsonb_typeof(f.value) = 'string'`,
      40,
      1_000,
    ],
    ['amounts that are no numbers', `SELECT count(*) FROM mastra.records WHERE data->>'amount' = 'n/a'`, 20, 400],
    [
      'contacts without a last name',
      `SELECT count(*) FROM mastra.records WHERE source = 'HUBSPOT' AND "entityType" = 'CONTACT' AND NOT data ? 'lastname'`,
      3,
      200,
    ],
    [
      'documents with script',
      `SELECT count(*) FROM mastra.records WHERE strpos(data::text, '<script>') > 0`,
      50,
      2_000,
    ],
    ['spreadsheet formulas', `SELECT count(*) FROM mastra.records WHERE strpos(data::text, '"=HYPERLINK') > 0`, 5, 500],
    ['right-to-left text', `SELECT count(*) FROM mastra.records WHERE data::text ~ '[\u0590-\u06ff]'`, 1_000, 20_000],
    [
      'records at the very same instant',
      `SELECT max(n) FROM (SELECT count(*) AS n FROM mastra.records GROUP BY "createdAt") AS i`,
      50,
      1_000,
    ],
    [
      'records of the last two hours',
      `SELECT count(*) FROM mastra.records WHERE "createdAt" > '2026-03-01 10:00'`,
      20,
      1_000,
    ],
    [
      'the largest document',
      `SELECT max(length(data::text)) FROM mastra.records WHERE "externalId" = 'huge-document'`,
      5_000_000,
      5_500_000,
    ],
    [
      'configurations with a secret',
      `SELECT count(*) FROM mastra.connections WHERE "syncConfig"::text ~* 'secret|token|apikey|private_key'`,
      150,
      280,
    ],
  ])('has the promised number of %s', async (_, query, least, most) => {
    const number = await numberOf(query)
    expect(number).toBeGreaterThanOrEqual(least)
    expect(number).toBeLessThanOrEqual(most)
  })

  it('uses every property type and enrichment status', async () => {
    const types = await client.query('SELECT DISTINCT type::text FROM mastra.properties')
    expect(types.rows.map(({ type }) => type).sort()).toEqual(Object.values(PropertyType).sort())
    const statuses = await client.query('SELECT DISTINCT "enrichmentStatus"::text AS status FROM mastra.records')
    expect(statuses.rows.map(({ status }) => status).sort()).toEqual(Object.values(RecordEnrichmentStatus).sort())
  })

  it('stores what JavaScript could not have carried', async () => {
    const documents = await client.query<{ externalId: string; data: string }>(
      `SELECT "externalId", data::text FROM mastra.records WHERE "externalId" IN ('big-numbers', 'prototype-keys', 'deep-document')`,
    )
    const text = Object.fromEntries(documents.rows.map(({ externalId, data }) => [externalId, data]))
    expect(text['big-numbers']).toContain('12345678901234567890,')
    expect(text['prototype-keys']).toContain('"__proto__": {"admin": true}')
    expect(text['deep-document']?.split('{"next"').length).toBeGreaterThan(60)
  })

  it('does nothing the second time', async () => {
    const before = await numberOf('SELECT count(*) FROM mastra.records')
    await seedDemo(database.url, quiet)
    expect(await numberOf('SELECT count(*) FROM mastra.records')).toBe(before)
  })

  it('leaves a database alone that holds data of its own', async () => {
    await client.query(`DELETE FROM mastra_admin.setting WHERE name = 'demo.seed'`)
    await expect(seedDemo(database.url, quiet, { now })).rejects.toThrow('already holds data')
    expect(await numberOf(`SELECT count(*) FROM mastra_admin.setting WHERE name = 'demo.seed'`)).toBe(0)
  })

  it('is the same in every database', async () => {
    await seedDemo(again.url, quiet, { now })
    const other = new pg.Client({ connectionString: again.url })
    await other.connect()
    try {
      for (const table of TABLES) {
        const query = `SELECT md5(string_agg(md5(t::text), '' ORDER BY id)) AS sum FROM mastra."${table}" AS t`
        expect((await other.query(query)).rows, table).toEqual((await client.query(query)).rows)
      }
    } finally {
      await other.end()
    }
  })
})
