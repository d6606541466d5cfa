import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PathStep } from './ast'
import { printListedPath, readPath, splitPaths } from './path-text'

const key = fc.oneof(
  fc.constantFrom('email', '', ',', 'a,b', 'wow!', 'x~240', '"', '\\', 'a.b', '-', '[0]', 'ключ', '__proto__', ':'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/\0/.test(text)),
)
const step: fc.Arbitrary<PathStep> = fc.oneof(
  key.map((text): PathStep => ({ type: 'key', key: text })),
  fc.nat(2_147_483_647).map((index): PathStep => ({ type: 'index', index })),
)
const path = fc
  .array(step, { minLength: 1, maxLength: 6 })
  .map((steps): PathStep[] => [{ type: 'key', key: 'data' }, ...steps])
  .filter((steps) => printListedPath(steps).length <= 300)

describe('a path in an address', () => {
  it('is read as it was printed, also among others', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 4 }), (paths) => {
        const parts = splitPaths(paths.map(printListedPath).join(','))
        expect(parts.map(readPath)).toEqual(paths)
      }),
    )
  })

  it('takes nothing but a path', () => {
    for (const text of [
      '',
      '.',
      'data.',
      'data:',
      'data.a:1',
      'data.a b',
      '-data.a',
      'data."a',
      'data[x]',
      'data[99999999999]',
    ])
      expect(readPath(text), text).toBeNull()
    expect(readPath(`data.${'x'.repeat(300)}`)).toBeNull()
    expect(readPath('data."\0"')).toBeNull()
    expect(readPath('data."\ud800"')).toBeNull()
  })

  it('never throws and never loses a character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(splitPaths(text).join(',')).toBe(text)
      }),
    )
  })
})
