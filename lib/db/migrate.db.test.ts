import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from './migrate'
import { migrationStatus } from './migration-status'
import { type Migration, readMigrations } from './migrations'
import { type TestDatabase, withTestDatabase } from './test-database'
import { structureOf } from './test-structure'

const quiet = () => undefined
const names = readMigrations().map(({ name }) => name)
const next: Migration = { name: '99991231000000_next', sql: 'SELECT 1', checksum: 'of the next' }
let database: TestDatabase
let sql: pg.Client

beforeAll(async () => {
  database = await withTestDatabase({ empty: true })
  sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  return async () => {
    await sql.end()
    await database.drop()
  }
})

const status = (migrations?: Migration[]) => migrationStatus(async (text) => (await sql.query(text)).rows, migrations)

describe('migrate', () => {
  it('is applied once by several at a time', async () => {
    expect(await status()).toMatchObject({ applied: [], pending: names })
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, quiet)))
    expect(applied.flat()).toEqual(names)
    expect(await status()).toEqual({ applied: names, pending: [], failed: [], edited: [], unknown: [] })
  })

  it('does nothing on a database that is up to date', async () => {
    const before = await structureOf(sql, 'mastra_admin')
    expect(await migrate(database.url, quiet)).toEqual([])
    expect(await structureOf(sql, 'mastra_admin')).toEqual(before)
  })

  it('makes the tables that schema.prisma describes', async () => {
    const { rows } = await sql.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'mastra_admin' ORDER BY 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual([
      '_prisma_migrations',
      'activity_hour',
      'api_token',
      'audit_entry',
      'authenticator',
      'batch',
      'batch_chunk',
      'batch_exception',
      'connection_health',
      'default_view',
      'export',
      'export_piece',
      'failed_sign_in',
      'filter_use',
      'health_change',
      'health_sample',
      'health_watch',
      'id_set',
      'id_set_item',
      'id_set_missing',
      'issue_cause',
      'issue_change',
      'issue_sighting',
      'mask_rule',
      'note',
      'notice_channel',
      'notice_event',
      'notice_memory',
      'notice_message',
      'one_time_link',
      'place_use',
      'preference',
      'provider_identity',
      'rate_bucket',
      'record_exception',
      'record_sample',
      'recovery_code',
      'saved_view',
      'session',
      'setting',
      'sign_in_throttle',
      'sync_moment',
      'user',
      'verb_call',
    ])
  })
})

describe('the status of migrations', () => {
  it('tells what is pending, failed, edited and unknown', async () => {
    const [first, ...rest] = readMigrations()
    if (!first) throw new Error('There are no migrations.')
    expect((await status([first, ...rest, next])).pending).toEqual([next.name])
    expect((await status([{ ...first, checksum: 'another' }, ...rest])).edited).toEqual([first.name])
    expect((await status([...rest])).unknown).toEqual([first.name])
    await sql.query(
      `INSERT INTO mastra_admin._prisma_migrations (id, checksum, migration_name) VALUES ('${randomUUID()}', '', $1)`,
      [next.name],
    )
    expect(await status([first, ...rest, next])).toMatchObject({ failed: [next.name], pending: [] })
  })
})

describe('the audit trail', () => {
  const entry = `INSERT INTO mastra_admin.audit_entry (id, actor_id, actor_email, actor_role, action, subject_type, subject_id, correlation_id)
    VALUES ('${randomUUID()}', 'a', 'a@example.test', 'ADMIN', 'record.delete', 'record', 'r', '${randomUUID()}')`

  beforeAll(async () => {
    await sql.query(entry)
  })

  afterAll(async () => {
    const { rows } = await sql.query('SELECT count(*)::int AS entries FROM mastra_admin.audit_entry')
    expect(rows).toEqual([{ entries: 1 }])
  })

  it.each([
    ['changed', `UPDATE mastra_admin.audit_entry SET actor_id = 'b'`],
    ['deleted', 'DELETE FROM mastra_admin.audit_entry'],
    ['truncated', 'TRUNCATE mastra_admin.audit_entry'],
    ['truncated with others', 'TRUNCATE mastra_admin.setting, mastra_admin.audit_entry'],
    [
      'replaced by an upsert',
      `INSERT INTO mastra_admin.audit_entry SELECT * FROM mastra_admin.audit_entry ON CONFLICT (id) DO UPDATE SET actor_id = 'b'`,
    ],
  ])('cannot be %s, by its owner either', async (_how, statement) => {
    await expect(sql.query(statement)).rejects.toMatchObject({
      code: '42501',
      message: 'Audit entries cannot be changed or deleted.',
    })
  })
})
