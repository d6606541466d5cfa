import { describe, expect, it } from 'vitest'
import { MAX_DEPTH, parseQuery } from './parse'
import { printQuery } from './print'

function problem(text: string) {
  const parsed = parseQuery(text)
  return parsed.ok ? expect.fail(`${text} was accepted`) : parsed.problems[0]
}

function printed(text: string) {
  const parsed = parseQuery(text)
  return parsed.ok ? printQuery(parsed.ast) : expect.fail(`${text} was refused`)
}

describe('a filter that is understood', () => {
  it.each([
    ['', ''],
    ['  \n ', ''],
    ['a  AND b', 'a b'],
    ['a b OR c', 'a b OR c'],
    ['a (b OR c)', 'a (b OR c)'],
    ['((a))', 'a'],
    ['NOT a', '-a'],
    ['NOT NOT a', '--a'],
    ['-(a OR b) c', '-(a OR b) c'],
    ['status:ACTIVE', 'status:ACTIVE'],
    ['status:(ACTIVE OR ARCHIVED)', 'status:(ACTIVE OR ARCHIVED)'],
    ['status:( ACTIVE )', 'status:ACTIVE'],
    ['createdAt:[2026-01-01 TO *]', 'createdAt:[2026-01-01 TO *]'],
    ['createdAt:[ "a b"  TO  c ]', 'createdAt:["a b" TO c]'],
    ['data.amount:>=-5', 'data.amount:>=-5'],
    ['data."odd \\"key\\"".items[*].sku:x', 'data."odd \\"key\\"".items[*].sku:x'],
    ['data."plain":x', 'data.plain:x'],
    ['data."":x', 'data."":x'],
    ['data.url:https://a.example/?b=c', 'data.url:https://a.example/?b=c'],
    ['data.a:**b***', 'data.a:*b*'],
    ['data.a:\\*', 'data.a:\\*'],
    ['ada\\ lovelace', 'ada\\ lovelace'],
    ['"ada \\"lovelace\\" \\\\"', '"ada \\"lovelace\\" \\\\"'],
    ['\\OR or And', '\\OR or And'],
    ['ORDER NOTE ANDY', 'ORDER NOTE ANDY'],
    ['e-mail', 'e-mail'],
    ['ключ:значение', 'ключ:значение'],
  ])('%j', (text, expected) => {
    expect(printed(text)).toBe(expected)
  })

  it('binds AND tighter than OR', () => {
    const parsed = parseQuery('a b OR c')
    expect(parsed).toMatchObject({ ast: { type: 'or', nodes: [{ type: 'and' }, { type: 'text' }] } })
  })

  it('knows where everything stands', () => {
    const parsed = parseQuery(' x -status:"a b"')
    expect(parsed).toMatchObject({
      ast: {
        nodes: [
          { from: 1, to: 2 },
          {
            from: 3,
            to: 16,
            node: { from: 4, to: 16, field: { from: 4, to: 10 }, condition: { value: { from: 11, to: 16 } } },
          },
        ],
      },
    })
  })
})

describe('a filter that is refused, at its place', () => {
  it.each([
    ['(a', 0, 1, 'never closed'],
    ['a)', 1, 2, 'no opening one'],
    ['()', 1, 2, 'missing'],
    ['a OR', 4, 4, 'ends where a term'],
    ['OR a', 0, 2, 'before or after this OR'],
    ['a OR OR b', 5, 7, 'before or after this OR'],
    ['a AND', 5, 5, 'ends where a term'],
    ['NOT', 3, 3, 'ends where a term'],
    ['a -', 2, 3, 'minus sign'],
    ['status:', 0, 7, 'A value is missing after status:'],
    ['status: x', 0, 7, 'A value is missing after status:'],
    ['status:> 5', 0, 8, 'A value is missing after status:>'],
    ['status:()', 0, 8, 'A value is missing'],
    ['status:(a b)', 10, 11, 'Write OR'],
    ['status:(a OR', 0, 12, 'A value is missing'],
    ['status:(a', 7, 8, 'never closed'],
    ['createdAt:[a]', 10, 12, '[from TO to]'],
    ['createdAt:[a TO b', 10, 11, 'never closed'],
    ['"a', 0, 1, 'never closed'],
    ['a\\', 1, 2, 'backslash'],
    [':a', 0, 1, 'before this colon'],
    ['"a":b', 0, 3, 'without quotes'],
    ['data.*:b', 0, 8, 'cannot be named'],
    ['data[1:b', 0, 8, 'cannot be named'],
    ['data[99999999999]:b', 4, 17, 'No list is that long'],
    ['a\0', 1, 2, 'not allowed'],
    ['a\ud800', 1, 2, 'not allowed'],
    [`data.a:${'x'.repeat(501)}`, 7, 508, 'at most 500'],
    [`${'a '.repeat(1001)}`, 2000, 2002, 'at most 2000'],
  ])('%j', (text, from, to, message) => {
    expect(problem(text)).toMatchObject({ from, to, message: expect.stringContaining(message) })
  })

  it('nests up to the limit and no deeper', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`
    expect(printed(nested(MAX_DEPTH))).toBe('a')
    expect(problem(nested(MAX_DEPTH + 1))?.message).toContain(`at most ${MAX_DEPTH} deep`)
    expect(problem(`${'-'.repeat(MAX_DEPTH + 1)}a`)?.message).toContain(`at most ${MAX_DEPTH} deep`)
  })
})
