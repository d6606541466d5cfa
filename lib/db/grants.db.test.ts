import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addIndex } from '../indexes/add-index'
import { buildIndex } from '../indexes/build'
import { catalogue } from '../indexes/catalogue'
import { dropIndex } from '../indexes/drop-index'
import { addTrigger } from '../triggers/add-trigger'
import { dropTrigger } from '../triggers/drop-trigger'
import { checkGrants } from './check-grants'
import { databaseAddress } from './client'
import { actorOf } from './test-actors'
import { APP_ROLE } from './test-app-role'
import { type TestDatabase, withTestDatabase } from './test-database'

let test: TestDatabase
let owner: pg.Client
let app: pg.Client

beforeAll(async () => {
  test = await withTestDatabase()
  owner = new pg.Client({ connectionString: test.url })
  app = new pg.Client({ connectionString: databaseAddress() })
  await Promise.all([owner.connect(), app.connect()])
})
afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await test.drop()
})

describe('the role that the app connects as', () => {
  it('has what the verbs of these tests need, and no more', async () => {
    expect((await app.query<{ current_user: string }>('select current_user')).rows).toEqual([
      { current_user: APP_ROLE },
    ])
    expect(await checkGrants(owner, APP_ROLE)).toEqual({ missing: [], excess: [] })
  })

  it.each([
    ['reads records', 'select id from mastra.records limit 1'],
    ['writes when a record was deleted', 'update mastra.records set "deletedAt" = now() where id = $$none$$'],
    ['writes issues', 'update mastra.connections set issues = array[]::text[] where id = $$none$$'],
    ['keeps things of its own', 'delete from mastra_admin.note where false'],
  ])('%s', async (_, statement) => {
    await expect(app.query(statement)).resolves.toBeDefined()
  })

  it.each([
    ['renames no connection', 'update mastra.connections set name = $$x$$'],
    ['changes no source', 'update mastra.records set source = $$x$$'],
    ['deletes no record', 'delete from mastra.records'],
    ['empties no table', 'truncate mastra.records'],
    ['adds no connection', 'insert into mastra.connections (id, name, "connectionId") values ($$x$$, $$x$$, $$x$$)'],
    ['drops nothing of Mastra', 'drop table mastra.records'],
    ['makes nothing among its tables', 'create table mastra.x ()'],
    ['makes nothing among ours', 'create table mastra_admin.x ()'],
    ['changes no entry of the trail', 'update mastra_admin.audit_entry set action = $$x$$'],
    ['deletes no entry of the trail', 'delete from mastra_admin.audit_entry'],
    ['undoes no migration', 'delete from mastra_admin._prisma_migrations'],
    ['makes no role', 'create role x'],
    ['reads no file', 'select pg_read_file($$/etc/passwd$$)'],
  ])('%s', async (_, statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('is told plainly that indexes are for the owner', async () => {
    const [index] = catalogue([])
    if (!index) throw new Error('No index is recommended.')
    await expect(buildIndex(index)).rejects.toMatchObject({ code: 'INVALID', message: expect.stringContaining('own') })
  })

  it.each([
    ['index', () => addIndex(actorOf('ADMIN'), { name: 'mastra_admin_records_deleted' }), 'db index add'],
    ['index', () => dropIndex(actorOf('ADMIN'), { name: 'mastra_admin_records_deleted' }), 'db index drop'],
    ['trigger', () => addTrigger(actorOf('ADMIN'), { name: 'issues' }), 'db trigger add'],
    ['trigger', () => dropTrigger(actorOf('ADMIN'), { name: 'issues' }), 'db trigger drop'],
  ])(
    'is refused what is for the owner of an %s before anything is begun or in the trail',
    async (subject, verb, command) => {
      await expect(verb()).rejects.toMatchObject({ code: 'INVALID', message: expect.stringContaining(command) })
      expect(await test.client.auditEntry.count({ where: { subjectType: subject } })).toBe(0)
    },
  )

  it('is compared with what it has', async () => {
    await owner.query(
      `grant delete on mastra.records to ${APP_ROLE}; revoke insert on mastra_admin.note from ${APP_ROLE}`,
    )
    const { missing, excess } = await checkGrants(owner, APP_ROLE)
    expect(excess).toEqual(['DELETE mastra.records'])
    expect(missing).toMatchObject([{ privilege: 'INSERT', name: 'note' }])
    await expect(checkGrants(owner, 'nobody at all')).rejects.toThrow(/does not exist/)
  })
})
