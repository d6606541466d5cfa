import 'server-only'
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { applyMigrations } from '../db/migrate'
import { MIGRATIONS_FOLDER, OWN_SCHEMA, readMigrations } from '../db/migrations'
import { createReference } from '../db/test-reference'
import { structureOf } from '../db/test-structure'
import { CommandError } from './report'
import { say, step } from './step'
import { makeSystemPostgres, type SystemPostgres } from './system-postgres'

const GUIDE = 'docs/backup.md'
const SCHEMAS = ['mastra', OWN_SCHEMA]

/** Runs what the guide says, block by block as it stands there, and throws where something does not come of it that should. */
export async function tryGuide(): Promise<void> {
  const server = await makeSystemPostgres()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-guide-'))
  const archive = path.join(server.directory, 'archive')
  const here = (lines: string) => lines.replaceAll('/archive/', `${archive}/`)
  try {
    server.write(path.join(archive, 'about'), 'The log of the server.\n')
    server.write(path.join(server.data, 'postgresql.conf'), here(block('archive')))
    await server.start()
    await step('A database of the version before, in which people have worked', () => makeFormer(server))
    await step('A dump', () => shell('backup', folder, server))
    await step('The upgrade', () => shell('upgrade', folder, server))
    await step('A dump of it, into a new database', async () => {
      await shell('backup', folder, server)
      await shell('restore', folder, server)
      await compare(server, 'works', 'restored')
    })
    await step('A copy of the files, a table emptied by mistake, and back to the moment before', async () => {
      await shell('base', folder, server)
      await goBack(server, path.join(folder, 'base'), here(block('recover')))
    })
    say(`All of it works as ${GUIDE} says, on Postgres ${server.version}.`)
  } finally {
    await server.stop()
    server.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The lines of the guide's block of that name. */
function block(name: string): string {
  const found = new RegExp(`^\`\`\`\\w+ ${name}\n([\\s\\S]*?)^\`\`\``, 'm').exec(readFileSync(GUIDE, 'utf8'))
  if (!found?.[1]) throw new CommandError(`${GUIDE} has no block "${name}".`)
  return found[1]
}

/** By a shell that stops at the first command that fails. What the commands write lies in `folder`; `npm` runs in the project. */
function shell(name: string, folder: string, server: SystemPostgres): Promise<void> {
  const inProject = `npm() { (cd "${process.cwd()}" && command npm "$@"); }`
  const env = {
    ...process.env,
    PATH: `${server.bin}:${process.env.PATH}`,
    DATABASE_URL: server.urlOf('works'),
    SERVER_URL: server.urlOf('postgres'),
    RESTORED_URL: server.urlOf('restored'),
  }
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-eu', '-c', `${inProject}\n${block(name)}`], { cwd: folder, env, stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new CommandError(`The block "${name}" ended with ${code}.`)),
    )
  })
}

async function makeFormer(server: SystemPostgres): Promise<void> {
  await ask(server, 'postgres', 'create database works')
  await ask(server, 'postgres', "create role mastra_admin_app login password 'app'")
  await createReference(server.urlOf('works'))
  await ask(server, 'works', `create schema ${OWN_SCHEMA}`)
  const former = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-migrations-'))
  cpSync(MIGRATIONS_FOLDER, former, { recursive: true })
  rmSync(path.join(former, readMigrations().at(-1)?.name ?? ''), { recursive: true })
  await applyMigrations(server.urlOf('works'), OWN_SCHEMA, former)
  rmSync(former, { recursive: true })
  await ask(server, 'works', 'create extension pg_trgm')
  await ask(server, 'works', 'create index kept on mastra.records using gin ((data::text) gin_trgm_ops)')
  await ask(
    server,
    'works',
    `insert into mastra.records (id, "entityType", data) select 'r' || n, 'CONTACT', jsonb_build_object('n', n, 'big', 12345678901234567890) from generate_series(1, 1000) as n`,
  )
  await ask(
    server,
    'works',
    `insert into ${OWN_SCHEMA}.audit_entry (id, actor_id, actor_email, actor_role, action, subject_type, subject_id, correlation_id)
     select gen_random_uuid(), 'x', 'x', 'ADMIN', 'record.archive', 'record', 'r' || n, gen_random_uuid() from generate_series(1, 1000) as n`,
  )
}

/** Structure and every row of both schemas; and that the trail is still one. */
async function compare(server: SystemPostgres, one: string, other: string): Promise<void> {
  for (const schema of SCHEMAS) {
    const [was, is] = await Promise.all([one, other].map((database) => contentOf(server, database, schema)))
    if (!isDeepStrictEqual(was, is)) throw new CommandError(`The schema ${schema} came back as another.`)
  }
  const changed = await ask(server, other, `delete from ${OWN_SCHEMA}.audit_entry`).then(
    () => true,
    () => false,
  )
  if (changed) throw new CommandError('The trail that came back lets itself be changed.')
}

async function contentOf(server: SystemPostgres, database: string, schema: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.urlOf(database) })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = $1 order by 1',
      [schema],
    )
    const rows: unknown[] = []
    for (const { name } of tables) {
      const table = `${schema}.${client.escapeIdentifier(name)}`
      rows.push(
        (await client.query(`select count(*), md5(string_agg(t::text, '' order by t::text)) from ${table} as t`)).rows,
      )
    }
    return { structure: await structureOf(client, schema), tables, rows }
  } finally {
    await client.end()
  }
}

async function goBack(server: SystemPostgres, copied: string, recover: string): Promise<void> {
  await ask(server, 'works', `insert into mastra.records (id, "entityType") values ('after the copy', 'CONTACT')`)
  const [moment] = await ask(server, 'works', 'select clock_timestamp()::text as at')
  await ask(server, 'works', 'delete from mastra.records')
  await ask(server, 'works', 'select pg_switch_wal()')
  // What is left of the log is archived before it ends.
  await server.stop()
  const data = await server.adopt(copied)
  server.write(path.join(data, 'postgresql.conf'), recover.replace(/(recovery_target_time = ).*/, `$1'${moment?.at}'`))
  server.write(path.join(data, 'recovery.signal'), '')
  await server.start(data)
  const rows = await ask(
    server,
    'works',
    `select count(*)::int as rows, bool_or(id = 'after the copy') as last from mastra.records`,
  )
  if (!isDeepStrictEqual(rows, [{ rows: 1001, last: true }]))
    throw new CommandError(`At the moment before there were ${JSON.stringify(rows)}.`)
}

async function ask(server: SystemPostgres, database: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.urlOf(database) })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
