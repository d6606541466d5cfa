import { beforeAll, describe, expect, it } from 'vitest'
import { auditValues } from '@/lib/audit/values'
import { CONNECTION_FIELDS } from '@/lib/connections/fields'
import { connectionValues } from '@/lib/connections/values'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import type { FieldDefinition } from '@/lib/query/fields'
import { findField } from '@/lib/query/fields'
import { parseQuery } from '@/lib/query/parse'
import { RECORD_FIELDS } from '@/lib/records/fields'
import { insertEntity, insertRecords } from '@/lib/records/test/insert-records'
import { recordValues } from '@/lib/records/values'

const support = actorOf('SUPPORT')
/** Some 20 kB that Postgres cannot make smaller. */
const incompressible = Array.from({ length: 3_000 }, (_, place) =>
  ((place * 2_654_435_761) % 2 ** 32).toString(36),
).join('')
let db: PrismaClient

function wanted(fields: readonly FieldDefinition[], name: string, typed = '', q = '') {
  const parsed = parseQuery(`${name}:*`)
  const found = parsed.ok && parsed.ast?.type === 'term' ? findField(fields, parsed.ast.field) : null
  return found ? { ...found, typed, q } : expect.fail(`no field ${name}`)
}
const ofRecords = async (name: string, typed?: string, q?: string) =>
  recordValues(support, wanted(RECORD_FIELDS, name, typed, q))
const ofConnections = async (name: string, typed?: string) =>
  connectionValues(support, wanted(CONNECTION_FIELDS, name, typed))

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'hub', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'user_1' })
  await db.connection.update({
    where: { id: 'hub' },
    data: {
      issues: ['Rate limit exceeded', 'password=hunter2hunter2'],
      syncConfig: { interval: 60, clientSecret: 'hunter2', nested: { mode: 'full sync' } },
    },
  })
  await db.property.create({
    data: {
      id: 'p1',
      name: 'closeDate',
      displayName: 'Close',
      type: 'DATE',
      order: 1,
      visible: true,
      entityId: 'hub',
      modifiable: false,
    },
  })
  await db.property.create({
    data: {
      id: 'p2',
      name: 'apiKey',
      displayName: 'Key',
      type: 'SINGLE_LINE_TEXT',
      order: 2,
      visible: true,
      entityId: 'hub',
      modifiable: false,
    },
  })
  await insertRecords(db, [
    {
      id: 'ada',
      externalId: 'E-1',
      entityType: 'CONTACT',
      data: '{"email":"ada@acme.com","amount":12345678901234567890,"odd key":{"a.b":"two words"},"tags":["new","vip"],"token":"hunter2","note":"Bearer abcdef1234567890abcdef","flag":true,"text5":"5"}',
    },
    { id: 'bob', externalId: 'E-2', entityType: 'CONTACT', data: '{"email":"bob@acme.com","tags":["new"]}' },
    { id: 'cyd', entityType: 'DEAL', source: 'GITHUB', data: '{"deal":1}' },
    { id: 'dot', entityType: 'DEAL', data: `{"huge":"${incompressible}"}` },
  ])
  return test.drop
})

describe('values of columns', () => {
  it('are those that occur, the commonest first, that hold what was typed', async () => {
    expect((await ofRecords('entityType')).values.toSorted()).toEqual(['CONTACT', 'DEAL'])
    expect((await ofRecords('entityType', 'eal')).values).toEqual(['DEAL'])
    expect((await ofRecords('source', 'git')).values).toEqual(['GITHUB'])
    expect((await ofRecords('externalId', 'E-')).values.toSorted()).toEqual(['E-1', 'E-2'])
    expect((await ofRecords('connection.name')).values).toEqual(['HUBSPOT'])
    expect((await ofRecords('createdAt')).values).toEqual([])
  })

  it('are found by what Postgres counted, beyond the newest rows', async () => {
    await db.$executeRaw`
      insert into mastra.records (id, "entityType", source) select 'a' || n, 'OLD', 'RARE' from generate_series(1, 600) n`
    await db.$executeRaw`insert into mastra.records (id, "entityType") select 'z' || n, 'NEW' from generate_series(1, 600) n`
    expect((await ofRecords('entityType', 'OLD')).values).toEqual([])
    await db.$executeRawUnsafe('analyze mastra.records')
    expect((await ofRecords('entityType', 'OLD')).values).toEqual(['OLD'])
    expect((await ofRecords('id', 'a59')).values).toContain('a599')
    await db.$executeRaw`delete from mastra.records where id ~ '^[az][0-9]+$'`
  })

  it('of connections hold no secret', async () => {
    expect((await ofConnections('issues')).values).toEqual(['"Rate limit exceeded"'])
    expect((await ofConnections('connectionId')).values).toEqual(['user_1'])
  })

  it('of the trail are who is in it', async () => {
    const field = { name: 'actor.email', label: 'Who', kind: 'text' } as const
    expect(await auditValues(support, { field, path: [], typed: '', q: '' })).toEqual({ values: [], paths: [] })
  })

  it('are nothing, and no error, for what is typed by someone who means harm', async () => {
    for (const typed of [`'; drop table mastra.records; --`, '%', '\\', '"', '{', '‮'])
      expect((await ofRecords('externalId', typed)).values).toEqual([])
  })
})

describe('paths and values in documents', () => {
  it('are those of Properties, with their type, and of the newest documents; never a secret one', async () => {
    const { paths } = await ofRecords('data', '', 'entityType:contact data.')
    const names = paths.map(({ path }) => path)
    expect(names).toEqual(expect.arrayContaining(['data.closeDate', 'data.email', 'data."odd key"."a.b"', 'data.tags']))
    expect(paths.find(({ path }) => path === 'data.closeDate')?.type).toBe('date')
    expect(names.filter((name) => /token|apiKey|deal/.test(name))).toEqual([])
    expect((await ofRecords('data')).paths.map(({ path }) => path)).toEqual(expect.arrayContaining(['data.deal']))
    expect((await ofRecords('data')).paths.map(({ path }) => path)).not.toContain('data.huge')
  })

  it('are written so that they mean what is stored', async () => {
    expect((await ofRecords('data.email', 'bob')).values).toEqual(['bob@acme.com'])
    expect((await ofRecords('data.amount')).values).toEqual(['12345678901234567890'])
    expect((await ofRecords('data.text5')).values).toEqual(['"5"'])
    expect((await ofRecords('data.flag')).values).toEqual(['true'])
    expect((await ofRecords('data.tags')).values).toEqual(['new', 'vip'])
    expect((await ofRecords('data."odd key"."a.b"')).values).toEqual(['"two words"'])
    expect((await ofRecords('data.closeDate')).paths).toEqual([{ path: 'data.closeDate', type: 'date' }])
  })

  it('hold no secret', async () => {
    expect((await ofRecords('data.token')).values).toEqual([])
    expect((await ofRecords('data.note')).values).toEqual([])
    const { paths } = await ofConnections('syncConfig')
    expect(paths.map(({ path }) => path).toSorted()).toEqual(['syncConfig.interval', 'syncConfig.nested.mode'])
    expect((await ofConnections('syncConfig.nested.mode')).values).toEqual(['"full sync"'])
    expect((await ofConnections('syncConfig.clientSecret')).values).toEqual([])
  })
})
