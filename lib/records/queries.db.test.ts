import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import type { RawParams } from '../table/table-params'
import { countInSteps } from './count-in-steps'
import {
  countRecords,
  EMBED_LIMIT,
  getRecord,
  listRecords,
  recordDocument,
  recordFacets,
  recordNeighbours,
} from './queries'
import { readRecordSearch } from './search-params'
import { softDeleteRecords } from './soft-delete'
import { insertEntity, insertRecords } from './test/insert-records'

const support = actorOf('SUPPORT')
const clock = { now: new Date('2026-06-01T12:00:00Z'), timeZone: 'UTC' }
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'hub', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'user_1' })
  await insertRecords(db, [
    {
      id: 'ada',
      externalId: 'E-1',
      entityType: 'CONTACT',
      source: 'HUBSPOT',
      entityId: 'hub',
      enrichmentStatus: 'FAILED',
      data: '{"email":"Ada@Acme.com","note":"says \\"hi\\" 100%","amount":100,"apiKey":"hunter2hunter2","author":{"login":"lovelace"}}',
      createdAt: '2026-05-01T00:00:00.000Z',
    },
    { id: 'bob', entityType: 'DEAL', source: 'HUBSPOT', entityId: 'hub', status: 'ARCHIVED', updatedAt: null },
    { id: 'cyd', entityType: 'CONTACT', deletedAt: '2026-05-05T05:05:05.005Z', data: '{"amount":"n/a"}' },
    { id: 'dot', entityType: 'NOTE', externalId: 'E_1', data: '{"__proto__":1,"big":12345678901234567890}' },
  ])
  return test.drop
})

async function ask(raw: RawParams) {
  const { search, problems } = readRecordSearch(raw)
  expect(problems).toEqual([])
  return listRecords(support, search, clock)
}

async function idsOf(raw: RawParams): Promise<string[]> {
  const result = await ask({ sort: 'id', ...raw })
  return result.kind === 'page' ? result.page.rows.map((row) => row.id) : expect.fail(JSON.stringify(result))
}

describe('what a filter finds', () => {
  it.each([
    ['id:ada', ['ada']],
    ['externalId:E-1', ['ada']],
    ['externalId:*', ['ada', 'dot']],
    ['-externalId:*', ['bob', 'cyd']],
    ['entityType:contact', ['ada', 'cyd']],
    ['source:HUBSPOT', ['ada', 'bob']],
    ['status:archived', ['bob']],
    ['enrichmentStatus:FAILED', ['ada']],
    ['createdAt:>2026-04-01', ['ada']],
    ['createdAt:>now-40d', ['ada']],
    ['-updatedAt:*', ['bob']],
    ['deletedAt:*', ['cyd']],
    ['entityId:hub', ['ada', 'bob']],
    ['entity.id:hub', ['ada', 'bob']],
    ['entity.type:CONTACT', ['ada', 'bob']],
    ['connection.id:hub', ['ada', 'bob']],
    ['connection.name:hubspot', ['ada', 'bob']],
    ['connection.connectionId:user_1', ['ada', 'bob']],
    ['data.email:*@acme.com', ['ada']],
    ['data.amount:>=100', ['ada']],
    ['data.big:12345678901234567890', ['dot']],
    ['-data.amount:*', ['bob', 'dot']],
    ['-connection.name:HUBSPOT', ['cyd', 'dot']],
    ['NOT (connection.name:HUBSPOT OR entityType:NOTE)', ['cyd']],
    ['entityType:DEAL OR data.email:*', ['ada', 'bob']],
  ])('%s', async (q, ids) => {
    expect(await idsOf({ q, state: 'all' })).toEqual(ids)
  })

  it.each([
    ['lovelace', ['ada']],
    ['ACME', ['ada']],
    ['E_1', ['dot']],
    ['ado', []],
    ['"says \\"hi\\""', ['ada']],
    ['100%', ['ada']],
    ['%', ['ada']],
  ])('the word %s, in ids and documents', async (q, ids) => {
    expect(await idsOf({ q, state: 'all' })).toEqual(ids)
  })

  it('never finds what is masked, by a word or by a path', async () => {
    expect(await idsOf({ q: 'hunter2', state: 'all' })).toEqual([])
    expect(await ask({ q: 'data.apiKey:hunter*' })).toMatchObject({ kind: 'filter' })
  })

  it.each([
    ['live', ['ada', 'bob', 'dot']],
    ['deleted', ['cyd']],
    ['all', ['ada', 'bob', 'cyd', 'dot']],
  ])('the state %s', async (state, ids) => {
    expect(await idsOf({ state })).toEqual(ids)
  })
})

describe('what a row holds', () => {
  it('has its connection, exact times and a masked preview', async () => {
    const result = await ask({ q: 'id:ada' })
    const [row] = result.kind === 'page' ? result.page.rows : []
    expect(row).toMatchObject({
      createdAt: '2026-05-01T00:00:00.000Z',
      connection: { id: 'hub', name: 'HUBSPOT', connectionId: 'user_1' },
    })
    expect(row?.preview?.text).toContain('Ada@Acme.com')
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })

  it('opens a record whole, masked and otherwise as it is stored', async () => {
    const ada = await getRecord(support, 'ada')
    expect(ada?.entity).toEqual({ id: 'hub', type: 'CONTACT' })
    expect(ada?.document).toMatchObject({ kind: 'embedded', masked: ['/apiKey'] })
    expect(JSON.stringify(ada)).not.toContain('hunter2')
    expect((await recordDocument(support, 'dot'))?.text).toBe('{"big": 12345678901234567890, "__proto__": 1}')
  })

  it('embeds no large document, and reads none for a row', async () => {
    const text = Array.from({ length: EMBED_LIMIT / 8 }, (_, place) => `${(place * 2_654_435_761) % 4_294_967_296}`)
    await insertRecords(db, [
      { id: 'huge', entityType: 'HUGE', data: JSON.stringify({ text: text.join(' '), secret: 's3cr3t' }) },
    ])
    expect((await getRecord(support, 'huge'))?.document).toEqual({ kind: 'large', bytes: expect.any(Number) })
    expect(await ask({ q: 'id:huge' })).toMatchObject({ page: { rows: [{ preview: { text: null } }] } })
    const document = await recordDocument(support, 'huge')
    expect(document?.masked).toEqual(['/secret'])
    expect(document?.text).not.toContain('s3cr3t')
  })

  it('says who deleted a record, if that was done here', async () => {
    await insertRecords(db, [{ id: 'gone', entityType: 'GONE' }])
    await softDeleteRecords(actorOf('OPERATOR', 'olga'), { ids: ['gone'] })
    expect(await getRecord(support, 'gone')).toMatchObject({ deletedBy: 'olga@test.local' })
    expect(await getRecord(support, 'cyd')).toMatchObject({ deletedBy: null })
  })

  it.each(['', 'nobody', 'a\u0000b', '\ud800', 'x'.repeat(201), "' OR 1=1 --"])('knows no record %j', async (id) => {
    expect(await getRecord(support, id)).toBeNull()
    expect(await recordDocument(support, id)).toBeNull()
  })
})

describe('numbers beside the list', () => {
  it('counts what the list shows, exactly and by facet', async () => {
    const { search } = readRecordSearch({ q: 'source:HUBSPOT', state: 'all' })
    expect(await countRecords(support, search, clock)).toEqual({ kind: 'exact', value: 2 })
    const facets = await recordFacets(support, search, clock)
    expect(Object.fromEntries(facets?.facets.map(({ field, values }) => [field, values]) ?? [])).toEqual({
      entityType: [
        { value: 'CONTACT', count: 1 },
        { value: 'DEAL', count: 1 },
      ],
      status: [
        { value: 'ACTIVE', count: 1 },
        { value: 'ARCHIVED', count: 1 },
      ],
      enrichmentStatus: [
        { value: 'FAILED', count: 1 },
        { value: 'UNAPPLIED', count: 1 },
      ],
      source: [{ value: 'HUBSPOT', count: 2 }],
      'connection.name': [{ value: 'HUBSPOT', count: 2 }],
    })
  })

  it('counts exactly in stretches, and ends when nobody listens', async () => {
    const { search } = readRecordSearch({ q: 'source:HUBSPOT', state: 'all' })
    const leaving = new AbortController()
    const steps = await countInSteps(support, search, clock, leaving.signal)
    const told = []
    for await (const step of steps ?? []) told.push(step)
    expect(told.at(-1)).toMatchObject({ found: 2, done: true })
    leaving.abort()
    const stopped = await countInSteps(support, search, clock, leaving.signal)
    expect(await stopped?.next()).toEqual({ done: true, value: undefined })
  })

  it('has none for a filter that was not understood', async () => {
    const { search } = readRecordSearch({ q: 'nonsense:1' })
    expect(await listRecords(support, search, clock)).toMatchObject({ kind: 'filter' })
    expect(await countRecords(support, search, clock)).toBeNull()
    expect(await recordFacets(support, search, clock)).toBeNull()
    expect(await recordNeighbours(support, 'ada', search, clock)).toBeNull()
  })
})
