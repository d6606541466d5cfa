import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindQuery } from './bind'
import { checkQuery } from './check'
import { conditionsOf } from './conditions'
import type { FieldDefinition } from './fields'
import { operatorsFor } from './operators'
import { parseQuery } from './parse'
import { printQuery } from './print'
import { fieldAt, readTerm, type TermDraft, writeTerm } from './term-draft'
import { anyField, anyLiteral, arbitraryQuery, storableText } from './test/arbitrary-query'

const FIELDS: readonly FieldDefinition[] = [
  { name: 'status', label: 'Status', kind: 'enum', values: ['ACTIVE', 'ARCHIVED'] },
  { name: 'name', label: 'Name', kind: 'text' },
  { name: 'issues', label: 'Issues', kind: 'textArray', match: 'contains' },
  { name: 'createdAt', label: 'Created', kind: 'date' },
  { name: 'count', label: 'Number', kind: 'count' },
  { name: 'undone', label: 'Undone', kind: 'boolean' },
  { name: 'data', label: 'Data', kind: 'json' },
  { name: 'due', label: 'Due', kind: 'json', typeOf: () => 'date' },
]
const clock = { now: new Date('2026-06-01T12:00:00Z'), timeZone: 'UTC' }

function read(text: string): TermDraft | null {
  const [node, ...more] = conditionsOf(text) ?? []
  return node && more.length === 0 ? readTerm(node, FIELDS) : expect.fail(text)
}

describe('a condition as a form', () => {
  it.each<[string, TermDraft]>([
    ['status:ACTIVE', { field: 'status', operator: 'is', values: ['ACTIVE'] }],
    ['-status:"ACTIVE"', { field: 'status', operator: 'isNot', values: ['ACTIVE'] }],
    ['name:(a OR "b c")', { field: 'name', operator: 'oneOf', values: ['a', 'b c'] }],
    ['NOT name:*ada*', { field: 'name', operator: 'containsNot', values: ['ada'] }],
    ['name:*@acme.com', { field: 'name', operator: 'endsWith', values: ['@acme.com'] }],
    ['name:ada\\ l*', { field: 'name', operator: 'startsWith', values: ['ada l'] }],
    ['issues:rate', { field: 'issues', operator: 'contains', values: ['rate'] }],
    ['createdAt:>now-7d', { field: 'createdAt', operator: 'within', values: ['now-7d'] }],
    ['createdAt:>=now-7d', { field: 'createdAt', operator: 'atLeast', values: ['now-7d'] }],
    ['createdAt:>now+7d', { field: 'createdAt', operator: 'more', values: ['now+7d'] }],
    ['createdAt:>today-7d', { field: 'createdAt', operator: 'more', values: ['today-7d'] }],
    ['due.at:>now-7d', { field: 'due.at', operator: 'more', values: ['now-7d'] }],
    ['createdAt:[2026-01-01 TO *]', { field: 'createdAt', operator: 'between', values: ['2026-01-01', ''] }],
    ['count:<=5', { field: 'count', operator: 'atMost', values: ['5'] }],
    ['undone:true', { field: 'undone', operator: 'is', values: ['true'] }],
    ['-name:*', { field: 'name', operator: 'unset', values: [] }],
    ['data."odd key".a:5', { field: 'data."odd key".a', operator: 'is', values: ['5'] }],
    ['data.a:"5"', { field: 'data.a', operator: 'is', values: ['"5"'] }],
    ['data.a:"ada l"', { field: 'data.a', operator: 'is', values: ['ada l'] }],
    ['"ada lovelace"', { field: '', operator: 'contains', values: ['ada lovelace'] }],
    ['-spam', { field: '', operator: 'containsNot', values: ['spam'] }],
  ])('%s', (text, draft) => {
    expect(read(text)).toEqual(draft)
  })

  it.each([
    'a OR b',
    '-(a b)',
    'ada*',
    'name:a*b*c',
    'status:A*',
    'name:null',
    '-count:>5',
    'nothing:5',
    'issues:*a',
    '--a',
  ])('%s can only be said by the text', (text) => {
    expect(read(text)).toBeNull()
  })

  it('says the same as the text that it was read from', () => {
    const anyQuery = arbitraryQuery({ field: anyField, literal: () => anyLiteral, maxDepth: 1 })
    let drafts = 0
    fc.assert(
      fc.property(anyQuery, (query) => {
        const draft = readTerm(query, FIELDS)
        const shape = draft && fieldAt(draft.field, FIELDS)?.shape
        if (!draft || !shape) return
        drafts += 1
        const again = parseQuery(writeTerm(draft, shape))
        const before = parseQuery(printQuery(query))
        if (!again.ok || !before.ok) expect.fail(writeTerm(draft, shape))
        // A problem tells its place, which moves with the quotation marks.
        const [one, other] = [bindQuery(before.ast, FIELDS, clock), bindQuery(again.ast, FIELDS, clock)]
        expect(other.ok).toBe(one.ok)
        if (one.ok) expect(other).toEqual(one)
      }),
      { numRuns: 2_000 },
    )
    expect(drafts).toBeGreaterThan(100)
  })

  it('writes whatever is typed into it as one term of that field', () => {
    const fields = ['', 'status', 'name', 'issues', 'createdAt', 'count', 'undone', 'data.a']
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.nat(),
        fc.array(storableText, { minLength: 2, maxLength: 3 }),
        (field, some, texts) => {
          const shape = fieldAt(field, FIELDS)?.shape ?? expect.fail(field)
          const operators = operatorsFor(shape)
          const operator = operators[some % operators.length] ?? 'is'
          fc.pre(texts.every((text) => text !== '' && text.length < 100))
          const term = writeTerm({ field, operator, values: operator === 'between' ? texts.slice(0, 2) : texts }, shape)
          expect(conditionsOf(term)).toHaveLength(1)
          const said = (text: string) => checkQuery(text, FIELDS, clock).map(({ message }) => message)
          expect(said(`(${term}) x`)).toEqual(said(term))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
