import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExactJson, NotJson, parseExact, printExact, sameExact } from './exact-json'
import { applyChanges, changesBetween, inverse, sidesOf, valueAt } from './merge'

const key = fc.constantFrom('a', 'b', 'c', '__proto__', '0', 'ключ')
const leaf = fc.constantFrom('null', 'true', '0', '1.50', '12345678901234567890', '""', '"x"', '"\\u202e"')
const source = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  ),
  object: fc
    .uniqueArray(fc.tuple(key, tie('value')), { maxLength: 5, selector: ([name]) => name })
    .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)} : ${value}`).join(', ')}}`),
}))
const document = source.object.map(parseExact)
const text = (json: ExactJson) => printExact(json)
const same = (one: ExactJson, other: ExactJson) =>
  expect(sameExact(one, other), `${text(one)} is ${text(other)}`).toBe(true)

describe('changes between two documents', () => {
  it('lead from the one to the other, and back', () => {
    fc.assert(
      fc.property(document, document, (base, next) => {
        const changes = changesBetween(base, next)
        const there = applyChanges(base, changes)
        expect(there.collisions).toEqual([])
        same(there.json, next)
        same(applyChanges(next, inverse(changes)).json, base)
      }),
    )
  })

  it('can be told from their two sides alone', () => {
    fc.assert(
      fc.property(document, document, (base, next) => {
        const changes = changesBetween(base, next)
        const { from, to } = sidesOf(changes)
        same(applyChanges(base, changesBetween(from, to)).json, next)
        expect(changesBetween(from, to)).toHaveLength(changes.length)
      }),
    )
  })

  it('hold lists whole', () => {
    const [change, ...others] = changesBetween(
      parseExact('{"a": {"l": [1, {"k": 2}]}}'),
      parseExact('{"a": {"l": [1, {"k": 3}]}}'),
    )
    expect(others).toEqual([])
    expect(change?.path).toEqual(['a', 'l'])
  })
})

describe('merging what two people did', () => {
  const merge = (base: ExactJson, yours: ExactJson, theirs: ExactJson) =>
    applyChanges(theirs, changesBetween(base, yours))

  it('loses no change of either: each key is as yours, or told as a collision; all others are as theirs', () => {
    fc.assert(
      fc.property(document, document, document, (base, yours, theirs) => {
        const changes = changesBetween(base, yours)
        const { json, collisions } = applyChanges(theirs, changes)
        const told = new Set(collisions)
        for (const change of changes) {
          const here = valueAt(json, change.path)
          if (told.has(change)) expect(sameExact(here, valueAt(theirs, change.path))).toBe(true)
          else expect(sameExact(here, change.to)).toBe(true)
        }
        for (const { path } of changesBetween(theirs, json))
          expect(changes.some((change) => change.path.join('\n') === path.join('\n'))).toBe(true)
      }),
    )
  })

  it('gives the same whoever comes first, where nothing collides', () => {
    fc.assert(
      fc.property(document, document, document, (base, yours, theirs) => {
        const [one, other] = [merge(base, yours, theirs), merge(base, theirs, yours)]
        if (one.collisions.length + other.collisions.length === 0) same(one.json, other.json)
      }),
    )
  })

  it('takes the same change of both for done, and a key below a value that became another for a collision', () => {
    const base = parseExact('{"a": {"b": 1}, "c": 1}')
    const done = merge(base, parseExact('{"a": {"b": 2}, "c": 1}'), parseExact('{"a": {"b": 2}, "c": 3}'))
    expect([text(done.json), done.collisions]).toEqual(['{"a":{"b":2},"c":3}', []])
    const gone = merge(base, parseExact('{"a": {"b": 1, "n": 2}, "c": 1}'), parseExact('{"a": [], "c": 1}'))
    expect([text(gone.json), gone.collisions.map(({ path }) => path)]).toEqual(['{"a":[],"c":1}', [['a', 'n']]])
  })
})

describe('reading JSON', () => {
  it('keeps every digit and key', () => {
    fc.assert(
      fc.property(source.value, (written) => {
        same(parseExact(printExact(parseExact(written))), parseExact(written))
      }),
    )
    expect(text(parseExact(' {"__proto__": 12345678901234567890.10 , "a\\u0041":"\\/"} '))).toBe(
      '{"__proto__":12345678901234567890.10,"aA":"/"}',
    )
  })

  it('agrees with the engine on what is JSON', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'{}[]",:01.-eE \\utrnlafse'), maxLength: 12 })
    fc.assert(
      fc.property(fc.oneof(noise, source.value), (written) => {
        let [ours, engine] = [true, true]
        try {
          parseExact(written)
        } catch (error) {
          ours = error instanceof NotJson && error.message.includes('twice')
        }
        try {
          JSON.parse(written)
        } catch (error) {
          engine = !(error instanceof SyntaxError)
        }
        expect(ours).toBe(engine)
      }),
      { numRuns: 2_000 },
    )
  })

  it('says where it stops being JSON', () => {
    const at = (written: string) => {
      try {
        parseExact(written)
      } catch (error) {
        return error instanceof NotJson ? [error.at, error.message] : error
      }
    }
    expect(at('{"a": 1,}')).toEqual([8, 'A key in double quotation marks is missing here.'])
    expect(at('{"a": 1 "b": 2}')).toEqual([8, 'A comma or the end of the object is missing here.'])
    expect(at('{"a": 1')).toEqual([7, 'The object is not closed.'])
    expect(at("{'a': 1}")).toEqual([1, 'A key in double quotation marks is missing here.'])
    expect(at('{"a": 1, "a": 2}')).toEqual([9, 'This key is in the same object twice.'])
    expect(at('{"a": NaN}')).toEqual([6, 'This is not a value.'])
    expect(at('{} {}')).toEqual([3, 'There is more after the end of the document.'])
    expect(at('['.repeat(600))).toEqual([500, 'Nested more than 500 levels deep, which is not edited here.'])
  })
})
