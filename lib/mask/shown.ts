/** How much of a value someone sees. */
export type Shown = 'whole' | 'part' | 'masked'

/** What the stricter of two leaves; asked of every key of a document. */
export function lessOf(one: Shown, other: Shown): Shown {
  if (one === 'masked' || other === 'masked') return 'masked'
  return one === 'part' || other === 'part' ? 'part' : 'whole'
}

/** What the strictest of several rules leaves. */
export function leastOf(...all: readonly Shown[]): Shown {
  return all.reduce(lessOf, 'whole')
}
