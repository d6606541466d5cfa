import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSecretPath } from '../mask/secret-keys'
import type { QueryNode } from './ast'
import { complete } from './complete'
import type { FieldDefinition } from './fields'
import { parseQuery } from './parse'
import { printQuery } from './print'
import { accept, suggestionsFor } from './suggestions'
import { anyField, anyLiteral, arbitraryQuery, storableText } from './test/arbitrary-query'

const FIELDS: readonly FieldDefinition[] = [
  { name: 'status', label: 'Status', kind: 'enum', values: ['ACTIVE', 'ARCHIVED'] },
  { name: 'entityType', label: 'Entity type', kind: 'text' },
  { name: 'createdAt', label: 'Created', kind: 'date' },
  { name: 'count', label: 'Number', kind: 'count' },
  { name: 'undone', label: 'Undone', kind: 'boolean' },
  { name: 'data', label: 'Data', kind: 'json', isSecretPath },
  { name: 'connection.name', label: 'Integration', kind: 'text' },
]
const PATHS = ['data.email', 'data."odd key".a', 'data.items[*].sku']

/** The proposals at the `|` in the text. */
function at(marked: string, values: string[] = []) {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const place = complete(text, caret, FIELDS)
  const found = place ? suggestionsFor(place, FIELDS, { values, paths: PATHS }) : []
  const take = (insert: string) => {
    const chosen = found.find((suggestion) => suggestion.insert === insert)
    if (!place || !chosen) return `not among ${found.map((suggestion) => suggestion.insert).join(' ')}`
    const done = accept(text, place, chosen)
    return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`
  }
  return { inserts: found.map(({ insert }) => insert), take }
}

describe('what can follow', () => {
  it.each([
    ['|', 'status:', 'status:|'],
    ['sta|', 'status:', 'status:|'],
    ['integ|', 'connection.name:', 'connection.name:|'],
    ['name|', 'connection.name:', 'connection.name:|'],
    ['-sta|', 'status:', '-status:|'],
    ['(sta| OR x)', 'status:', '(status:| OR x)'],
    ['x sta|:ACTIVE y', 'status', 'x status|:ACTIVE y'],
    ['dat|', 'data.', 'data.|'],
    ['data.|', 'data.email:', 'data.email:|'],
    ['data.od|', 'not there', 'not among '],
    ['data."od| status:ACTIVE', 'data."odd key".a:', 'data."odd key".a:| status:ACTIVE'],
    ['data.items|:5', 'data.items[*].sku', 'data.items[*].sku|:5'],
    ['status:|', 'ACTIVE', 'status:ACTIVE |'],
    ['status:AR| x', 'ARCHIVED', 'status:ARCHIVED| x'],
    ['status:A|CTIVE', 'ARCHIVED', 'status:ARCHIVED |'],
    ['status:(ACTIVE OR |)', 'ARCHIVED', 'status:(ACTIVE OR ARCHIVED|)'],
    ['createdAt:>|', 'now-7d', 'createdAt:>now-7d |'],
    ['createdAt:|', '>now-24h', 'createdAt:>now-24h |'],
    ['createdAt:[now-7d TO |]', 'today', 'createdAt:[now-7d TO today|]'],
    ['createdAt:[| TO today]', 'now-7d', 'createdAt:[now-7d| TO today]'],
    ['count:|', '>=', 'count:>=|'],
    ['undone:|', 'true', 'undone:true |'],
    ['entityType:|', '*', 'entityType:* |'],
  ])('%s with %s is %s', (marked, insert, expected) => {
    expect(at(marked).take(insert)).toBe(expected)
  })

  it('is what occurs, quoted where it has to be, also behind an open quotation mark', () => {
    const values = ['CONTACT', '"ada lovelace"', '5', '"5"']
    expect(at('entityType:|', values).inserts.slice(0, 4)).toEqual(values)
    expect(at('entityType:ada|', values).take('"ada lovelace"')).toBe('entityType:"ada lovelace" |')
    expect(at('entityType:"ada l| status:ACTIVE', values).take('"ada lovelace"')).toBe(
      'entityType:"ada lovelace"| status:ACTIVE',
    )
    expect(at('entityType:"CON|', values).take('"CONTACT"')).toBe('entityType:"CONTACT" |')
    expect(at('entityType:love|', values).inserts).toEqual(['"ada lovelace"'])
  })

  it.each([
    '"a phrase|"',
    'O|R',
    '|status:ACTIVE',
    'status:ACTIVE|(x)',
    'sta|(x)',
    'nothing:|',
    'data.api_key:|',
    'status:|(ACTIVE)',
    'x\\ |',
  ])('is nothing in %s', (marked) => {
    expect(at(marked, ['A']).inserts).toEqual([])
  })
})

const leaves = (node: QueryNode | null): QueryNode[] => {
  if (!node) return []
  if (node.type === 'and' || node.type === 'or') return node.nodes.flatMap(leaves)
  return node.type === 'not' ? leaves(node.node) : [node]
}

describe('taking a proposal', () => {
  const anyQuery = arbitraryQuery({ field: anyField, literal: () => anyLiteral })
  const written = fc.oneof(
    anyQuery.map(printQuery),
    storableText,
    fc
      .array(
        fc.constantFrom(' ', '(', ')', '-', 'OR', 'status:', 'data.a:', 'ACTIVE', '"', '>', '[', ' TO ', ']', 'x'),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('')),
  )

  it('changes nothing but its place, keeps every other term, and leaves a text that is understood as far as it was', () => {
    let taken = 0
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(), (text, somewhere, some) => {
        const caret = somewhere % (text.length + 1)
        const place = complete(text, caret, FIELDS)
        if (!place) return
        expect(place.from <= caret && caret <= place.to).toBe(true)
        const found = suggestionsFor(place, FIELDS, { values: ['a', '"b c"', '5'], paths: PATHS })
        const chosen = found[some % found.length]
        if (!chosen) return
        taken += 1
        const after = accept(text, place, chosen)
        expect(after.text.startsWith(text.slice(0, place.from) + chosen.insert)).toBe(true)
        expect(after.text.endsWith(text.slice(place.to))).toBe(true)
        // What is still to be typed: a value, or the rest of a range or a list.
        const missing = chosen.insert === '[' ? '1 TO 2]' : chosen.insert === '(' ? 'a OR b)' : 'x'
        const whole = chosen.more
          ? after.text.slice(0, after.caret) + missing + after.text.slice(after.caret)
          : after.text
        const [before, then] = [parseQuery(text), parseQuery(whole)]
        if (before.ok) {
          expect(then).toMatchObject({ ok: true })
          const kept = leaves(before.ast).filter(({ from, to }) => to < place.from || from > place.to)
          const printed = then.ok ? leaves(then.ast).map(printQuery) : []
          for (const leaf of kept) expect(printed).toContain(printQuery(leaf))
        } else if (!then.ok && !/never closed|is written|is missing/.test(then.problems[0]?.message ?? '')) {
          // What was begun before and is still open is told at its beginning, however far the text is read.
          const [was, is] = [before.problems[0]?.from ?? 0, then.problems[0]?.from ?? 0]
          expect(is).toBeGreaterThanOrEqual(Math.min(was, place.from))
        }
      }),
      { numRuns: 3_000 },
    )
    expect(taken).toBeGreaterThan(300)
  })
})
