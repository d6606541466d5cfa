import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_VIEWS, isBare, knownQuery, showsItself, VIEW_TABLES, viewHref, viewQuery } from './search-params'

const clock = { now: new Date('2026-11-23T12:00:00Z'), timeZone: 'Europe/Berlin' }
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('status:ACTIVE', 'nonsense:1', 'id,nonsense', '-id', 'all', 'deleted', '100', 'data.email:* OR x'),
)
const address = fc.dictionary(
  fc.constantFrom('q', 'state', 'sort', 'size', 'columns', 'after', 'before', 'view', 'x'),
  text,
)
const table = fc.constantFrom(...VIEW_TABLES)

describe('what a view keeps of an address', () => {
  it('is the same when it is kept again, and holds no place in the list', () => {
    fc.assert(
      fc.property(table, address, (of, raw) => {
        const kept = viewQuery(of, raw)
        const parameters = new URLSearchParams(kept)
        expect(viewQuery(of, Object.fromEntries(parameters))).toBe(kept)
        expect([...parameters.keys()].filter((key) => ['after', 'before', 'view', 'x'].includes(key))).toEqual([])
      }),
    )
  })

  it('is always understood once what is not known is left out, and then nothing more is', () => {
    fc.assert(
      fc.property(table, address, (of, raw) => {
        const known = knownQuery(of, new URLSearchParams(raw).toString(), clock)
        expect(knownQuery(of, known.query, clock)).toEqual({ query: known.query, dropped: [] })
      }),
    )
  })

  it('loses only the terms, columns and sorts that are known no more, and names them', () => {
    const stored = new URLSearchParams({
      q: 'status:ACTIVE (gone:1 OR source:HUBSPOT) -lost:2 "ada"',
      columns: 'id,vanished,status',
      sort: 'vanished,-id',
      size: '100',
      state: 'hidden',
    })
    expect(knownQuery('records', stored.toString(), clock)).toEqual({
      query: new URLSearchParams({
        q: 'status:ACTIVE "ada"',
        sort: '-id',
        size: '100',
        columns: 'id,status',
      }).toString(),
      dropped: [
        { parameter: 'q', text: 'gone:1 OR source:HUBSPOT' },
        { parameter: 'q', text: '-lost:2' },
        { parameter: 'state', text: 'hidden' },
        { parameter: 'sort', text: 'vanished' },
        { parameter: 'columns', text: 'vanished' },
      ],
    })
  })

  it('leaves out a filter that is none at all, and keeps an alternative together', () => {
    expect(knownQuery('audit', 'q=%28', clock)).toEqual({ query: '', dropped: [{ parameter: 'q', text: '(' }] })
    const q = '(actor.role:ADMIN OR undone:true) gone:1'
    expect(knownQuery('audit', new URLSearchParams({ q }).toString(), clock).query).toBe(
      new URLSearchParams({ q: 'actor.role:ADMIN OR undone:true' }).toString(),
    )
  })

  it('is an address again, which names the view', () => {
    expect(viewHref('records', { id: 'all', query: '' })).toBe('/records?view=all')
    expect(viewHref('records', { id: 'v', query: 'q=a%3Ab&state=all' })).toBe('/records?q=a:b&state=all&view=v')
    expect(isBare({})).toBe(true)
    expect(isBare({ view: 'all' })).toBe(false)
  })

  it('is understood for every view that is built in', () => {
    for (const of of VIEW_TABLES)
      for (const { query } of BUILT_IN_VIEWS[of]) expect(knownQuery(of, query, clock)).toEqual({ query, dropped: [] })
  })
})

it.each([
  [{ view: 'x' }, false],
  [{ view: 'x', size: '100', after: 'y', q: undefined }, false],
  [{ view: 'x', q: 'status:ACTIVE' }, true],
  [{ view: 'x', sort: '-id' }, true],
  [{ view: 'x', columns: 'id' }, true],
  [{ view: 'x', state: 'all' }, true],
])('an address %o says itself what is shown: %s', (raw, expected) => {
  expect(showsItself('records', raw)).toBe(expected)
})
