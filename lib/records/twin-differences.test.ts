import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK } from '../mask/mask-sign'
import { policyOf } from '../mask/policy'
import { twinDifferences } from './twin-differences'

const mask = policyOf('SUPPORT', []).ofState(null)

describe('what differs between twins', () => {
  it('is told value by value for all of them, with every digit and without secrets', () => {
    const told = twinDifferences(mask, [
      '{"stage":"lead","n":{"big":12345678901234567890,"same":1},"token":"a","tags":[1,2]}',
      '{"stage":"won","n":{"big":12345678901234567891,"same":1},"token":"b","tags":[1,2]}',
      '{"n":{"big":12345678901234567890,"same":1},"token":"a","tags":[2,1],"extra":null}',
    ])
    expect(told).toEqual({
      hasMasked: true,
      differences: [
        { name: 'stage', values: ['lead', 'won', null] },
        { name: 'n.big', values: ['12345678901234567890', '12345678901234567891', '12345678901234567890'] },
        { name: 'tags', values: ['[1,2]', '[1,2]', '[2,1]'] },
        { name: 'extra', values: [null, null, 'null'] },
      ],
    })
    expect(JSON.stringify(twinDifferences(mask, ['{"token":"a"}', '{"x":1}']))).toContain(MASK)
  })

  it('names the key once where one has an object and another none', () => {
    expect(twinDifferences(mask, ['{"a":{"b":1}}', '{"a":{"b":2}}', '{"a":"x"}'])?.differences).toEqual([
      { name: 'a', values: ['{"b":1}', '{"b":2}', 'x'] },
    ])
  })

  it('is nothing between the same in any order of keys, and null for what is nested too deep', () => {
    expect(twinDifferences(mask, ['{"a":1,"b":2}', '{"b":2,"a":1}'])?.differences).toEqual([])
    const deep = `${'['.repeat(600)}${']'.repeat(600)}`
    expect(twinDifferences(mask, [`{"a":${deep}}`, '{}'])).toBeNull()
  })

  it('is empty exactly when the documents are the same', () => {
    const document = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 2 }))
    fc.assert(
      fc.property(document, document, (one, other) => {
        const told = twinDifferences(mask, [JSON.stringify(one), JSON.stringify(other)])
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
        expect(told?.differences.length === 0).toBe(same)
      }),
    )
  })
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, sorted(member)])
}
