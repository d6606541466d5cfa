import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printListedPath } from '../query/path-text'
import { dataColumn, defaultColumns, isDataColumn, keysOf, RECORD_COLUMNS, type RecordColumn } from './columns'
import { COLUMN_WIDTH, type ColumnChoice, printColumns } from './columns-dto'
import { MOST_COLUMNS, readColumns } from './columns-schema'
import type { PropertyColumn } from './property-dto'
import { readRecordSearch } from './search-params'
import { recordQuery } from './search-query'

const key = fc.oneof(fc.constantFrom('email', ',', '!', '~240', '"', 'a b', ''), fc.string({ maxLength: 8 }))
const data: fc.Arbitrary<RecordColumn> = fc
  .array(key, { minLength: 1, maxLength: 4 })
  .map((keys) => dataColumn(printListedPath(['data', ...keys].map((text) => ({ type: 'key', key: text })))))
  .filter((name) => name !== null)
const choice: fc.Arbitrary<ColumnChoice> = fc.record(
  {
    name: fc.oneof(fc.constantFrom(...RECORD_COLUMNS.map(({ name }) => name)), data),
    width: fc.integer(COLUMN_WIDTH),
    pinned: fc.constant(true),
  },
  { requiredKeys: ['name'] },
)
const choices = fc
  .uniqueArray(choice, { minLength: 1, maxLength: 12, selector: ({ name }) => name })
  // The first stays in sight without being told.
  .map(([first, ...others]) => [{ ...first, pinned: undefined } as ColumnChoice, ...others])

describe('the columns in an address', () => {
  it('are read as they were printed', () => {
    fc.assert(
      fc.property(choices, (columns) => {
        expect(readColumns(printColumns(columns))).toEqual({ ok: true, columns })
        const { search, problems } = readRecordSearch({ columns: printColumns(columns) })
        expect(problems).toEqual([])
        expect(recordQuery(search).columns).toBe(printColumns(columns))
      }),
    )
  })

  it('are understood in the short form, also as it was before there were widths', () => {
    expect(readColumns('id!,data.email!~240,data[0],data."a,b"')).toEqual({
      ok: true,
      columns: [
        { name: 'id' },
        { name: 'data.email', width: 240, pinned: true },
        { name: 'data[0]' },
        { name: 'data."a,b"' },
      ],
    })
    expect(readColumns('id,createdAt')).toEqual({ ok: true, columns: [{ name: 'id' }, { name: 'createdAt' }] })
  })

  it.each([
    ['id,nope', 'no column “nope”'],
    ['id,id', '“id” twice'],
    ['data.a,data."a"', '“data.a” twice'],
    ['id~20', '48 to 960'],
    ['id~9999', '48 to 960'],
    ['id~wide', 'no column “id~wide”'],
    ['data.items[*]', 'name an element'],
    ['data.', 'no column'],
    ['', 'no column'],
    [Array.from({ length: MOST_COLUMNS + 1 }, (_, place) => `data.k${place}`).join(), 'at most 50'],
  ])('refuse %j', (text, message) => {
    const read = readColumns(text)
    expect(read.ok ? '' : read.message).toContain(message)
  })

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readColumns(text)
      }),
    )
  })
})

describe('sorting by a path', () => {
  it.each(['data.amount', '-data."a,b",id', 'createdAt,data.person.name'])('is understood: %s', (sort) => {
    const { search, problems } = readRecordSearch({ sort })
    expect(problems).toEqual([])
    expect(recordQuery(search).sort).toBe(sort)
  })

  it.each([
    ['data.api_key', 'masked'],
    ['data.credentials.user', 'masked'],
    ['data.items[0]', 'list'],
    ['data.items[*].price', 'cannot be sorted'],
    ['data', 'cannot be sorted'],
    ['data.a,-data."a"', 'twice'],
  ])('is refused: %s', (sort, message) => {
    const { problems } = readRecordSearch({ sort })
    expect(problems.map((problem) => problem.message).join()).toContain(message)
  })
})

describe('the usual columns', () => {
  const property = (name: string, byDefault = true): PropertyColumn => ({
    name: dataColumn(name) ?? expect.fail(name),
    label: name,
    type: 'NUMBER',
    byDefault,
    parts: [],
  })

  it('are those of the type in view, and the document where there are none', () => {
    expect(defaultColumns('live', [])).toContain('data')
    const names = defaultColumns('deleted', [property('data.a'), property('data.b', false)])
    expect(names.filter(isDataColumn)).toEqual(['data.a'])
    expect(names).toContain('deletedAt')
    expect(names).not.toContain('data')
  })

  it('are no more than can be read', () => {
    const many = Array.from({ length: 500 }, (_, place) => property(`data.k${place}`))
    expect(defaultColumns('live', many).length).toBeLessThan(MOST_COLUMNS)
  })

  it('name keys as Postgres takes them', () => {
    expect(keysOf('data."a.b"[3].c')).toEqual(['a.b', '3', 'c'])
  })
})
