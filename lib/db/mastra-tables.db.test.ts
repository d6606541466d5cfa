import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMastraTables } from './mastra-tables'
import { applyMigrations, migrate } from './migrate'
import { type TestDatabase, withTestDatabase } from './test-database'
import { createReference, referenceMigrations } from './test-reference'
import { structureOf } from './test-structure'

const opened: (() => Promise<void>)[] = []

async function emptyDatabase(): Promise<TestDatabase & { sql: pg.Client }> {
  const database = await withTestDatabase({ empty: true })
  const sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  opened.push(() => sql.end(), database.drop)
  return { ...database, sql }
}

afterAll(async () => {
  for (const close of opened) await close()
})

describe('the reference database', () => {
  it('has the same structure before and after our migrations', async () => {
    const { url, sql } = await emptyDatabase()
    await createReference(url)
    const before = await structureOf(sql, 'mastra')
    expect(before.columns).toHaveLength(8 + 9 + 5 + 7 + 11 + 11)
    expect(before.migrations).toHaveLength(6)
    await migrate(url, () => undefined)
    expect(await structureOf(sql, 'mastra')).toEqual(before)
  })
})

describe("Mastra's tables made by us", () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>

  beforeAll(async () => {
    database = await emptyDatabase()
    expect(await createMastraTables(database.url)).toBe(true)
  })

  it("equal those that Mastra's migrations make", async () => {
    const reference = await emptyDatabase()
    await createReference(reference.url)
    expect(await structureOf(database.sql, 'mastra')).toEqual(await structureOf(reference.sql, 'mastra'))
  })

  it('leave nothing for those migrations to do', async () => {
    expect(await applyMigrations(database.url, 'mastra', referenceMigrations())).toEqual([])
  })

  it('are not made twice', async () => {
    const before = await structureOf(database.sql, 'mastra')
    expect(await createMastraTables(database.url)).toBe(false)
    expect(await structureOf(database.sql, 'mastra')).toEqual(before)
  })

  it('are refused where only some of them are', async () => {
    const { url, sql } = await emptyDatabase()
    await sql.query('CREATE SCHEMA mastra; CREATE TABLE mastra.records (id text)')
    await expect(createMastraTables(url)).rejects.toThrow(
      'The schema mastra has records but not connections, credentials, entity, properties',
    )
    const { rows } = await sql.query("SELECT relname FROM pg_class WHERE relnamespace = 'mastra'::regnamespace")
    expect(rows).toEqual([{ relname: 'records' }])
  })
})
