import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_SORT_TERMS, nextSort, parseSort, printSort, type SortTerm, sortOf } from './sort'

const fields = ['createdAt', 'id', 'status', 'name'].map((name) => ({ name, label: name, nullable: false }))
const sort: fc.Arbitrary<SortTerm[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...fields.map(({ name }) => name)),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  }),
  { minLength: 1, maxLength: MAX_SORT_TERMS, selector: ({ field }) => field },
)

describe('the sort of a table', () => {
  it('reads back what it printed', () => {
    fc.assert(
      fc.property(sort, (terms) => {
        expect(parseSort(printSort(terms), fields)).toEqual({ ok: true, terms })
      }),
    )
  })

  it.each([
    ['created', 'Did you mean'],
    ['creatdAt', 'Did you mean createdAt?'],
    ['nope', 'createdAt, id, status, name'],
    ['', 'lacks a column'],
    ['id,', 'lacks a column'],
    ['--id', 'cannot be sorted'],
    ['id,-id', 'names id twice'],
    ['id,name,status,createdAt', 'at most 3'],
    ['id; DROP TABLE records', 'cannot be sorted'],
  ])('refuses %j', (text, message) => {
    const parsed = parseSort(text, fields)
    if (parsed.ok) return expect.fail('accepted')
    expect(parsed.problems.map((problem) => problem.parameter)).toEqual(parsed.problems.map(() => 'sort'))
    expect(parsed.problems.map((problem) => problem.message).join(' ')).toContain(message)
  })

  it('goes round with each click: ascending, descending, none', () => {
    const clicks = [[], [], [], []].reduce<SortTerm[][]>(
      (history) => [...history, nextSort(history.at(-1) ?? [], 'id')],
      [],
    )
    expect(clicks.map(printSort)).toEqual(['id', '-id', '', 'id'])
  })

  it('keeps the other columns when asked, within the limit', () => {
    fc.assert(
      fc.property(sort, fc.constantFrom(...fields.map(({ name }) => name)), (terms, field) => {
        const next = nextSort(terms, field, { keepOthers: true })
        expect(next.length).toBeLessThanOrEqual(MAX_SORT_TERMS)
        const present = sortOf(terms, field)
        expect(sortOf(next, field)).toEqual(
          present === null
            ? { direction: 'asc', place: Math.min(terms.length, MAX_SORT_TERMS - 1) }
            : present.direction === 'asc'
              ? { ...present, direction: 'desc' }
              : null,
        )
      }),
    )
  })
})
