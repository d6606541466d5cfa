/** Repeatable randomness: the same seed gives the same run. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below: (limit: number) => number
  shuffle: <Item>(items: readonly Item[]) => Item[]
  /** `count` different items. */
  some: <Item>(items: readonly Item[], count: number) => Item[]
}

/** Mulberry32, of which 32 bits of state are plenty for a test. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const shuffle = <Item>(items: readonly Item[]) =>
    items
      .map((item) => ({ item, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item)
  return { below, shuffle, some: (items, count) => shuffle(items).slice(0, count) }
}
