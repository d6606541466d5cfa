/** A seeded source of choices. The same seed gives the same sequence on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** `count` different items in the order of `items`; all of them if there are fewer. */
  some<T>(items: readonly T[], count: number): T[]
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Record<K, number>): K
  /** `length` characters of `alphabet`. */
  text(length: number, alphabet?: string): string
  /** A source of its own, so that a new choice in one place leaves all others as they were. */
  fork(label: string): Random
}

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz'
export const HEX = '0123456789abcdef'
export const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** Mulberry32 by Tommy Ettinger: 32 bits of state are plenty for demo data. */
export function randomFrom(seed: string): Random {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  const weighted = <K extends string>(weights: Record<K, number>): K => {
    const names = Object.keys(weights) as K[]
    let left = next() * names.reduce((sum, name) => sum + weights[name], 0)
    const chosen = names.find((name) => {
      left -= weights[name]
      return left < 0
    })
    return chosen ?? pick(names)
  }
  return {
    next,
    int,
    pick,
    weighted,
    chance: (probability) => next() < probability,
    some: (items, count) => {
      let left = Math.min(count, items.length)
      return items.filter((_, index) => {
        const taken = next() < left / (items.length - index)
        if (taken) left -= 1
        return taken
      })
    },
    text: (length, alphabet = BASE36) => Array.from({ length }, () => alphabet[int(0, alphabet.length - 1)]).join(''),
    fork: (label) => randomFrom(`${seed}/${label}`),
  }
}
