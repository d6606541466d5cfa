import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { readMigrations } from './migrations'
import { type TestDatabase, withTestDatabase } from './test-database'
import { createReference } from './test-reference'
import { structureOf } from './test-structure'
import { HARMLESS, tryMigrations } from './try-migrations'

let database: TestDatabase
let sql: pg.Client

beforeAll(async () => {
  database = await withTestDatabase({ empty: true })
  await createReference(database.url)
  sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  return async () => {
    await sql.end()
    await database.drop()
  }
})

describe('trying migrations', () => {
  it('runs each of them and leaves nothing behind', async () => {
    const before = await structureOf(sql, 'mastra')
    const trials = await tryMigrations(database.url)
    expect(trials.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name))
    expect(await structureOf(sql, 'mastra')).toEqual(before)
    const { rows } = await sql.query(`select to_regnamespace('mastra_admin') is null as gone`)
    expect(rows).toEqual([{ gone: true }])
  })

  it('finds no migration that holds a lock which stops Mastra from reading or writing', async () => {
    const trials = await tryMigrations(database.url)
    const strong = trials.flatMap(({ name, locks }) =>
      locks.filter((lock) => !HARMLESS.some((mode) => lock.endsWith(` ${mode}`))).map((lock) => `${name}: ${lock}`),
    )
    expect(strong).toEqual([])
  })

  it('goes on while Mastra has its tables in use', async () => {
    await sql.query('begin; lock table mastra.records, mastra.connections in row exclusive mode')
    try {
      expect((await tryMigrations(database.url)).length).toBe(readMigrations().length)
    } finally {
      await sql.query('rollback')
    }
  })

  it('has nothing to try on a database that is up to date', async () => {
    const current = await withTestDatabase()
    expect(await tryMigrations(current.url)).toEqual([])
    await current.drop()
  })
})
