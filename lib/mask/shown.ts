/** How much of a value someone sees. */
export type Shown = 'whole' | 'part' | 'masked'

const ORDER: readonly Shown[] = ['whole', 'part', 'masked']

/** What the strictest of several rules leaves. */
export function leastOf(...all: readonly Shown[]): Shown {
  return ORDER[Math.max(0, ...all.map((shown) => ORDER.indexOf(shown)))] ?? 'masked'
}
