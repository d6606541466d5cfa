import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byGroup, continuations, matchKey } from './match'
import type { RegisteredShortcut } from './registry'

const nothing = () => undefined
const shortcut = (keys: string, run: (() => void) | undefined = nothing): RegisteredShortcut => ({
  keys,
  label: `Do ${keys}`,
  group: 'Everywhere',
  run,
})

/** Few keys, so that what is drawn meets itself: the same first key twice, a first key that is also a whole shortcut. */
const aKey = fc.constantFrom('g', 'r', 'j', '/', '?', ' ', 'Enter')
const someKeys = fc.oneof(
  aKey,
  fc.tuple(aKey, aKey).map((pair) => pair.join(' ')),
)
const someShortcuts = fc.array(
  fc
    .record({ keys: someKeys, heardHere: fc.boolean() })
    .map(({ keys, heardHere }) => ({ ...shortcut(keys), run: heardHere ? nothing : undefined })),
  { maxLength: 8 },
)

/** Presses the keys one after the other, as the page hears them. */
function press(shortcuts: readonly RegisteredShortcut[], keys: readonly string[]) {
  let pending = ''
  const fired: RegisteredShortcut[] = []
  for (const key of keys) {
    const match = matchKey(shortcuts, pending, key)
    pending = match.pending
    if (match.fire) fired.push(match.fire)
  }
  return { fired, pending }
}

describe('matchKey', () => {
  it('fires a shortcut of one key at once and one of two after its second', () => {
    const shortcuts = [shortcut('j'), shortcut('g r')]
    expect(matchKey(shortcuts, '', 'j')).toEqual({ fire: shortcuts[0], pending: '' })
    expect(matchKey(shortcuts, '', 'g')).toEqual({ pending: 'g' })
    expect(matchKey(shortcuts, 'g', 'r')).toEqual({ fire: shortcuts[1], pending: '' })
  })

  it('takes a key that continues nothing as a beginning of its own', () => {
    const shortcuts = [shortcut('j'), shortcut('g r')]
    expect(matchKey(shortcuts, 'g', 'j')).toEqual({ fire: shortcuts[0], pending: '' })
    expect(matchKey(shortcuts, 'g', 'g')).toEqual({ pending: 'g' })
    expect(matchKey(shortcuts, 'g', 'x')).toEqual({ pending: '' })
  })

  it('lets the one registered last win', () => {
    const shortcuts = [shortcut('j'), shortcut('j')]
    expect(matchKey(shortcuts, '', 'j').fire).toBe(shortcuts[1])
  })

  it('waits only where a second key would fire something, and never after firing', () => {
    fc.assert(
      fc.property(someShortcuts, fc.array(aKey), aKey, (shortcuts, before, key) => {
        const { pending } = press(shortcuts, before)
        const match = matchKey(shortcuts, pending, key)
        if (match.pending !== '') expect(continuations(shortcuts, match.pending)).not.toEqual([])
        if (match.fire) expect(match.pending).toBe('')
      }),
    )
  })

  it('fires only what listens, under the keys just pressed, and no key twice', () => {
    fc.assert(
      fc.property(someShortcuts, fc.array(aKey), (shortcuts, keys) => {
        const { fired } = press(shortcuts, keys)
        for (const { run } of fired) expect(run).toBeDefined()
        const typed = keys.join(' ')
        let from = 0
        for (const one of fired) {
          const at = typed.indexOf(one.keys, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + one.keys.length
        }
      }),
    )
  })

  it('fires every shortcut of two keys, unless a shorter one begins like it', () => {
    fc.assert(
      fc.property(someShortcuts, (shortcuts) => {
        for (const { keys, run } of shortcuts) {
          const [first = '', second] = keys.split(' ')
          if (!run || !second || first === '' || shortcuts.some((other) => other.keys === first && other.run)) continue
          expect(press(shortcuts, [first, second]).fired.map((one) => one.keys)).toEqual([keys])
        }
      }),
    )
  })
})

describe('byGroup', () => {
  it('lists each pair of keys once in each group, also those that a widget hears itself', () => {
    const own = { ...shortcut('Enter'), run: undefined, group: 'In a table' }
    const later = { ...shortcut('j'), label: 'Do something else' }
    expect(byGroup([shortcut('j'), own, later])).toEqual([
      ['Everywhere', [later]],
      ['In a table', [own]],
    ])
  })
})
