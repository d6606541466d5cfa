import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { MASTRA_COLUMNS } from './mastra-columns'
import { preflight, problemOfUrl } from './preflight'
import { withTestDatabase } from './test-database'

/** A database of one test, after some statements. */
async function databaseAfter(...statements: string[]): Promise<string> {
  const database = await withTestDatabase()
  onTestFinished(database.drop)
  const sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  for (const statement of statements) await sql.query(statement)
  await sql.end()
  return database.url
}

const sentenceOf = async (url: string | undefined) => {
  const checked = await preflight(url)
  return checked.ok ? 'ok' : checked.sentence
}

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url)
  change(copy)
  return copy.href
}

describe('preflight', () => {
  it('lets the reference database pass', async () => {
    expect(await sentenceOf(await databaseAfter())).toBe('ok')
  })

  it.each([
    [undefined, /^DATABASE_URL is not set\./],
    ['', /^DATABASE_URL is not set\./],
    ['mysql://user:secret@host/db', /^DATABASE_URL is not a Postgres address\./],
    ['postgres://user:se/cret@:70000/db', /^DATABASE_URL cannot be read/],
  ])('refuses %s', (url, sentence) => {
    expect(problemOfUrl(url)).toMatch(sentence)
    expect(problemOfUrl(url)).not.toContain('secret')
  })

  it('tells a server that is not there', async () => {
    // A port that is only the system's to give: one that was free a moment ago may be someone else's by now.
    expect(await sentenceOf('postgresql://user:secret@127.0.0.1:1/db')).toBe(
      `Nothing answers at 127.0.0.1:1: the database server is not running, or this is not its address.`,
    )
  })

  it('tells something that is no Postgres', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await once(other.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    expect(await sentenceOf(`postgresql://user:secret@127.0.0.1:${port}/db`)).toMatch(
      new RegExp(`^No connection to the database server at 127\\.0\\.0\\.1:${port}: `),
    )
  })

  it('tells a wrong password and a wrong database', async () => {
    const url = await databaseAfter()
    expect(await sentenceOf(changed(url, (copy) => (copy.password = 'wrong')))).toMatch(
      /refused the user name or password/,
    )
    expect(await sentenceOf(changed(url, (copy) => (copy.pathname = '/nowhere')))).toMatch(/has no such database/)
  })

  it.each([
    ['the schema', 'DROP SCHEMA mastra CASCADE', /has no schema mastra\..*db migrate --with-mastra-tables$/],
    ['a table', 'DROP TABLE mastra.credentials', /^The schema mastra has no table credentials\./],
    [
      'a column',
      'ALTER TABLE mastra.records DROP COLUMN "deletedAt"',
      /^The table mastra\.records has no column "deletedAt"\./,
    ],
    [
      'our migrations',
      'DROP SCHEMA mastra_admin CASCADE',
      /^The schema mastra_admin is not up to date .* Run: npm run admin -- db migrate$/,
    ],
    ['one migration', 'DELETE FROM mastra_admin._prisma_migrations', /not up to date/],
    ['the end of one', 'UPDATE mastra_admin._prisma_migrations SET finished_at = NULL', /failed half-way/],
  ])('tells that %s is missing', async (_what, statement, sentence) => {
    expect(await sentenceOf(await databaseAfter(statement))).toMatch(sentence)
  })

  it('tells that the user may not read', async () => {
    const role = `reader_${process.pid}`
    const url = await databaseAfter(
      `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`,
      `GRANT USAGE ON SCHEMA mastra, mastra_admin TO ${role}`,
      `GRANT SELECT ON ALL TABLES IN SCHEMA mastra TO ${role}`,
      `REVOKE SELECT ON mastra.records FROM ${role}`,
    )
    const asReader = changed(url, (copy) => {
      copy.username = role
      copy.password = 'secret'
    })
    expect(await sentenceOf(asReader)).toMatch(/^This database user may not read mastra\.records\./)
  })

  it("needs the columns that Mastra's migrations make, all of them", async () => {
    const sql = new pg.Client({ connectionString: await databaseAfter() })
    await sql.connect()
    const { rows } = await sql.query<{ name: string; columns: string[] }>(
      `SELECT table_name::text AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_schema = 'mastra' AND table_name <> '_prisma_migrations' GROUP BY 1`,
    )
    await sql.end()
    expect(MASTRA_COLUMNS).toEqual(Object.fromEntries(rows.map(({ name, columns }) => [name, columns])))
  })
})
