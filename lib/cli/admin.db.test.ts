import { spawn } from 'node:child_process'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, withTestDatabase } from '../db/test-database'

interface Said {
  code: number | null
  out: string
  err: string
}

let database: TestDatabase
let empty: TestDatabase

beforeAll(async () => {
  database = await withTestDatabase()
  empty = await withTestDatabase({ empty: true })
  return async () => {
    await database.drop()
    await empty.drop()
  }
})

/** Runs `npm run admin -- …` as a shell would, without a terminal. */
function admin(args: string, url: string | undefined = database.url, input = ''): Promise<Said> {
  const { DATABASE_URL: _mine, ...inherited } = process.env
  const env = { ...inherited, ...(url && { DATABASE_URL: url }) }
  const child = spawn(process.execPath, ['scripts/run.mjs', 'admin', ...args.split(' ')], { env })
  const said: Said = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString()
  })
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...said, code })))
}

async function audit(): Promise<string[]> {
  const sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  const { rows } = await sql.query<{ action: string }>(
    `SELECT actor_email || ': ' || action AS action FROM mastra_admin.audit_entry ORDER BY at, id`,
  )
  await sql.end()
  return rows.map(({ action }) => action)
}

describe('npm run admin', () => {
  it.each([
    ['--help', /Commands:/],
    ['db migrate --help', /--with-mastra-tables/],
    ['user add --help', /--password-stdin/],
  ])('explains itself: %s', async (args, text) => {
    const said = await admin(args)
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toMatch(text)
  })

  it.each([
    ['db nonsense', /unknown command/],
    ['user add --email ada@example.test', /required option '--role <role>' not specified/],
    ['user add --role KING --email ada@example.test', /Allowed choices are SUPPORT, OPERATOR, ADMIN/],
    ['user disable --email nonsense', /This is not an e-mail address/],
  ])('ends with 2 when it does not understand: %s', async (args, text) => {
    const said = await admin(args)
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.err).toMatch(text)
  })

  it('says in one line what is wrong with DATABASE_URL', async () => {
    // A port that is only the system's to give: one that was free a moment ago may be someone else's by now.
    const nobody = 'postgresql://user:secret@127.0.0.1:1/db'
    const [missing, other, dead] = await Promise.all([
      admin('db status', ''),
      admin('user list', 'mysql://x'),
      admin('user list', nobody),
    ])
    expect(missing).toMatchObject({ code: 1, err: expect.stringMatching(/^DATABASE_URL is not set\..*\n$/) })
    expect(other).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^DATABASE_URL is not a Postgres address\..*\n$/),
    })
    expect(dead).toMatchObject({ code: 1, err: expect.stringMatching(/^Nothing answers at 127\.0\.0\.1:.*\n$/) })
    expect(dead.err).not.toContain('secret')
  })

  it('takes an empty database to one that the app can serve', async () => {
    expect(await admin('user list', empty.url)).toMatchObject({ code: 1, err: expect.stringContaining('db migrate') })
    expect(await admin('db status', empty.url)).toMatchObject({ code: 1, out: expect.stringContaining('pending') })
    expect(await admin('db migrate --with-mastra-tables', empty.url)).toMatchObject({ code: 0 })
    expect(await admin('db status', empty.url)).toMatchObject({
      code: 0,
      out: expect.stringContaining('The app can serve this database.'),
    })
  })

  it('adds, lists, disables and enables people, each once in the audit trail', async () => {
    const person = '--email Ada@example.test'
    const password = 'correct horse battery\n'
    expect(await admin(`user add ${person} --role ADMIN --password-stdin`, database.url, password)).toMatchObject({
      code: 0,
    })
    expect(await admin(`user add ${person} --role ADMIN --password-stdin`, database.url, password)).toMatchObject({
      code: 1,
      err: 'ada@example.test is already a user.\n',
    })
    expect(await admin(`user disable ${person}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('last active'),
    })
    expect(
      await admin('user add --email bob@example.test --role ADMIN --password-stdin', database.url, password),
    ).toMatchObject({ code: 0 })
    expect(await admin(`user disable ${person}`)).toMatchObject({ code: 0 })
    expect((await admin('user list')).out).toMatch(
      /^bob@example\.test +ADMIN +active.*\nada@example\.test +ADMIN +disabled/,
    )
    expect(await admin(`user enable ${person}`)).toMatchObject({ code: 0 })
    expect(await audit()).toEqual(
      ['user.add', 'user.add', 'user.disable', 'user.enable'].map((action) => `command line: ${action}`),
    )
  })

  it('lists tokens and revokes one, which the audit trail has', async () => {
    const sql = new pg.Client({ connectionString: database.url })
    await sql.connect()
    const { rows } = await sql.query<{ id: string }>(`
      WITH u AS (INSERT INTO mastra_admin."user" (id, email, role, password_hash)
        VALUES (gen_random_uuid(), 'script@example.test', 'SUPPORT', 'x') RETURNING id)
      INSERT INTO mastra_admin.api_token (id, user_id, name, hint, token_hash, scopes, expires_at)
      SELECT gen_random_uuid(), u.id, 'Nightly', 'mak_Ab12', 'the-hash', '{records:read}', now() + interval '1 day' FROM u
      RETURNING id::text`)
    await sql.end()
    const id = rows[0]?.id ?? ''
    const listed = await admin('token list')
    expect(listed.out).toMatch(
      new RegExp(`^${id}\tscript@example\\.test\tmak_Ab12…\tactive\t.*\tnever used\trecords:read\tNightly$`, 'm'),
    )
    expect(listed.out).not.toContain('the-hash')
    expect(await admin(`token revoke --id ${id}`)).toMatchObject({ code: 0, err: `Revoked ${id}.\n` })
    expect(await admin(`token revoke --id ${id}`)).toMatchObject({ code: 0, err: `${id} was already revoked.\n` })
    expect((await admin('token list')).out).toContain('\trevoked\t')
    expect(await admin(`token revoke --id ${crypto.randomUUID()}`)).toMatchObject({ code: 1 })
    expect(await admin('token revoke --id nonsense')).toMatchObject({ code: 2 })
    expect((await audit()).at(-1)).toBe('command line: token.revoke')
  })

  it('takes no password but a good one from standard input', async () => {
    const ask = 'user password --email bob@example.test'
    const add = 'user add --email eve@example.test --role SUPPORT'
    const [silent, short, unknown, common] = await Promise.all([
      admin(ask),
      admin(`${ask} --password-stdin`, database.url, 'short\n'),
      admin('user password --email nobody@example.test --password-stdin', database.url, 'correct horse battery\n'),
      admin(`${add} --password-stdin`, database.url, 'Password2026!\n'),
    ])
    expect(silent).toMatchObject({ code: 1, err: expect.stringContaining('--password-stdin') })
    expect(short).toMatchObject({ code: 1, err: 'The password needs at least 12 characters.\n' })
    expect(common).toMatchObject({ code: 1, err: expect.stringContaining('one of the first that attackers try') })
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('There is no user nobody@example.test.') })
  })
})
