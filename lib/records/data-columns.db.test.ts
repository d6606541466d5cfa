import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient, PropertyType } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import type { RawParams } from '../table/table-params'
import { listRecords, recordNeighbours } from './queries'
import { columnsOf, readRecordSearch } from './search-params'
import { insertEntity, insertRecords } from './test/insert-records'
import { typedColumns } from './typed-columns'

const support = actorOf('SUPPORT')
const clock = { now: new Date('2026-06-01T12:00:00Z'), timeZone: 'UTC' }
const TYPE = 'DEAL'
let db: PrismaClient

async function property(entityId: string, name: string, type: PropertyType, order: number, parentId?: string) {
  const made = await db.property.create({
    data: { name, displayName: name.toUpperCase(), type, order, entityId, parentId },
  })
  return made.id
}

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'hub', type: TYPE, name: 'HUBSPOT', connectionId: 'user_1' })
  await insertEntity(db, { id: 'sal', type: TYPE, name: 'SALESFORCE', connectionId: 'user_1' })
  await insertEntity(db, { id: 'other', type: 'NOTE', name: 'NOTION', connectionId: 'user_1' })
  for (const entity of ['hub', 'sal']) {
    await property(entity, 'amount', 'CURRENCY', 1)
    const address = await property(entity, 'address', 'COMPOSITE', 2)
    await property(entity, 'city', 'SINGLE_LINE_TEXT', 0, address)
  }
  await property('sal', 'Name', 'SINGLE_LINE_TEXT', 0)
  await property('other', 'title', 'SINGLE_LINE_TEXT', 0)
  return test.drop
})

async function ask(raw: RawParams) {
  const { search, problems } = readRecordSearch(raw)
  expect(problems).toEqual([])
  const result = await listRecords(support, search, clock)
  return result.kind === 'page' ? result.page : expect.fail(JSON.stringify(result))
}

describe('the columns of one type in view', () => {
  const columns = async (q: string) => {
    const { search } = readRecordSearch({ q })
    return columnsOf(search, await typedColumns(support, search)).map(({ name }) => name)
  }

  it('are what its properties say, of all connections together', async () => {
    expect((await columns(`entityType:${TYPE}`)).slice(0, 4)).toEqual([
      'id',
      'data.Name',
      'data.amount',
      'data.address',
    ])
    expect((await columns('entityType:deal status:ACTIVE'))[1]).toBe('data.Name')
    expect((await columns('entity.id:hub')).slice(1, 3)).toEqual(['data.amount', 'data.address'])
  })

  it('are what the connections that the filter keeps to say, where they say anything', async () => {
    const typed = async (rest: string) =>
      (await columns(`entityType:${TYPE} ${rest}`)).filter((name) => name.startsWith('data.'))
    const all = ['data.Name', 'data.amount', 'data.address']
    for (const rest of ['connection.name:hubspot', 'source:HUBSPOT', 'connection.id:hub'])
      expect(await typed(rest)).toEqual(['data.amount', 'data.address'])
    for (const rest of ['connection.name:SALESFORCE', 'connection.connectionId:USER_1'])
      expect(await typed(rest)).toEqual(all)
    // Nothing is declared by these, or which connections they are is not certain.
    for (const rest of ['source:IMPORT', '-source:HUBSPOT', 'connection.name:HUB*'])
      expect(await typed(rest)).toEqual(all)
  })

  it('are those of the record where there is no one type, or nothing is declared', async () => {
    for (const q of ['', 'status:ACTIVE', 'entityType:NOPE', `entityType:${TYPE} OR entityType:NOTE`])
      expect(await columns(q)).toContain('data')
  })

  it('know parts of composites too, and the types of paths that the address names in any list', async () => {
    const { search } = readRecordSearch({ columns: 'id,data.address.city,data.title' })
    const properties = await typedColumns(support, search)
    expect(properties.find(({ name }) => name === 'data.address.city')?.type).toBe('SINGLE_LINE_TEXT')
    expect(properties.find(({ name }) => name === 'data.address')?.parts).toEqual(['city'])
    expect(properties.find(({ name }) => name === 'data.title')?.label).toBe('TITLE')
  })
})

describe('the values in columns', () => {
  const cells = async (data: string, columns: string) => {
    await db.$executeRaw`delete from mastra.records where id = 'cell'`
    await insertRecords(db, [{ id: 'cell', entityType: 'CELL', data }])
    const [row] = (await ask({ q: 'entityType:CELL', columns })).rows
    return row ?? expect.fail('no row')
  }

  it('are read by their paths, and nothing else of the document is', async () => {
    const row = await cells(
      '{"amount": 9007199254740993, "items": [{"sku": "a"}], "a.b": true, "none": null, "secret": "tell nobody"}',
      'id,data.amount,data.items[0].sku,data."a.b",data.none,data.missing,data.items[7]',
    )
    expect(row.preview).toBeNull()
    expect(row.cells).toMatchObject([
      { kind: 'text', text: '9007199254740993' },
      { kind: 'text', text: 'a' },
      { kind: 'flag', on: true },
      { kind: 'nothing', why: 'null' },
      null,
      null,
    ])
    expect(JSON.stringify(row)).not.toContain('tell nobody')
  })

  it('stay masked by their own key, by one above, and inside', async () => {
    const row = await cells(
      '{"apiKey": "hunter2hunter2", "credentials": {"user": "ada"}, "note": "Bearer abcdef123456", "deep": {"password": "hunter2"}, "password": ""}',
      'data.apiKey,data.credentials.user,data.note,data.deep,data.password,data.credentials',
    )
    expect(JSON.stringify(row)).not.toMatch(/hunter2|"ada"|abcdef/)
    expect(row.cells.map((cell) => cell?.kind)).toEqual(['masked', 'masked', 'text', 'json', 'nothing', 'masked'])
  })

  it('of megabytes cost their size and no more', async () => {
    const row = await cells(
      `{"big": "${'é'.repeat(2_500_000)}", "list": [${'1,'.repeat(5_000)}1], "password": "${'x'.repeat(9_000)}"}`,
      'data.big,data.list,data.password',
    )
    expect(row.cells).toEqual([
      { kind: 'large', bytes: expect.any(Number), what: 'text' },
      { kind: 'large', bytes: expect.any(Number), what: 'list' },
      { kind: 'masked', text: '•••••• long' },
    ])
    expect(JSON.stringify(row).length).toBeLessThan(1_000)
  })

  it('of documents that are no object are none', async () => {
    expect((await cells('[{"a": 1}]', 'data.a,data[0].a')).cells).toMatchObject([null, { text: '1' }])
    expect((await cells('"text"', 'data.a')).cells).toEqual([null])
  })

  it('cannot be named so that they reach the statement as text', async () => {
    const row = await cells(
      '{"it\'s": 1, "x\\"]}": 2}',
      `data."it's",data."x\\"]}",data."'; drop table mastra.records; --"`,
    )
    expect(row.cells).toMatchObject([{ text: '1' }, { text: '2' }, null])
  })
})

describe('sorting by a path', () => {
  const VALUES = [
    '100',
    '9',
    '-1.5',
    '"12"',
    '"n/a"',
    'null',
    '[1]',
    '{}',
    'true',
    '1e3',
    '"Zoe"',
    '"ada"',
    '""',
    '"ADA"',
  ]

  beforeAll(async () => {
    const many = Array.from({ length: 80 }, (_, place) => ({
      id: `s${(place * 37) % 80}`,
      entityType: TYPE,
      data:
        place % 9 === 0
          ? '{}'
          : `{"amount": ${VALUES[place % VALUES.length]}, "label": ${VALUES[(place * 3) % VALUES.length]}}`,
    }))
    await insertRecords(db, many)
  })

  it.each([
    'data.amount',
    '-data.amount',
    'data.label',
    '-data.label',
    'data.amount,-data.label',
    '-data.label,createdAt',
  ])('by %s meets every record once, forwards and back, in the same order', async (sort) => {
    const query = { q: `entityType:${TYPE}`, sort, columns: 'id,data.amount,data.label' }
    const whole = (await ask({ ...query, size: '200' })).rows.map(({ id }) => id)
    expect(new Set(whole).size).toBe(80)
    const met: string[] = []
    let page = await ask({ ...query, size: '25' })
    met.push(...page.rows.map(({ id }) => id))
    while (page.next !== null) {
      page = await ask({ ...query, size: '25', after: page.next })
      met.push(...page.rows.map(({ id }) => id))
    }
    expect(met).toEqual(whole)
    const back = page.rows.map(({ id }) => id)
    while (page.previous !== null) {
      page = await ask({ ...query, size: '25', before: page.previous })
      back.unshift(...page.rows.map(({ id }) => id))
    }
    expect(back).toEqual(whole)
    const { search } = readRecordSearch(query)
    const beside = await recordNeighbours(support, whole[40] ?? '', search, clock)
    expect(beside).toEqual({ previous: whole[39], next: whole[41] })
  })

  it('puts numbers in the order of numbers where the property is numeric, and texts in that of texts', async () => {
    const shown = async (sort: string) => {
      const { rows } = await ask({ q: `entityType:${TYPE}`, sort, columns: 'data.amount,data.label', size: '200' })
      return rows.map(({ cells }) => cells)
    }
    const amounts = (await shown('data.amount')).map(([cell]) => (cell?.kind === 'number' ? Number(cell.text) : null))
    const numbers = amounts.filter((amount) => amount !== null)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(amounts.slice(numbers.length).every((amount) => amount === null)).toBe(true)
    const labels = (await shown('data.label')).map(([, cell]) =>
      cell?.kind === 'text' ? cell.text.toLowerCase() : null,
    )
    const texts = labels.filter((label) => label !== null)
    expect(texts.indexOf('ada')).toBeLessThan(texts.indexOf('zoe'))
  })

  it('keeps what it is sorted by out of the link to the next page, since it may be a secret', async () => {
    await insertRecords(
      db,
      Array.from({ length: 30 }, (_, place) => ({
        id: `k${place}`,
        entityType: 'KEY',
        data: `{"note": "Bearer abcdef${place}0123456789"}`,
      })),
    )
    const page = await ask({ q: 'entityType:KEY', sort: 'data.note', size: '25' })
    const link = Buffer.from(page.next ?? '', 'base64url').toString('latin1')
    expect(page.next).not.toBeNull()
    expect(link).not.toContain('bearer')
  })

  it('refuses a place from a list that was sorted otherwise', async () => {
    const { next } = await ask({ q: `entityType:${TYPE}`, sort: 'data.amount', size: '25' })
    const { search } = readRecordSearch({ q: `entityType:${TYPE}`, sort: 'data.label', size: '25', after: next ?? '' })
    expect(await listRecords(support, search, clock)).toMatchObject({ kind: 'params' })
  })
})
