/** A filter as whoever adds terms to it needs it, so that a browser can write addresses without reading the filter again: what `narrowingOf` tells. */
export interface Narrowing {
  /** The filter as it was typed. */
  text: string
  /** What stands before one more term: the filter, in parentheses where the term would become part of it. */
  before: string
  /** The conditions that all must hold, as they are printed. */
  terms: readonly string[]
}

/** The filter with `term` as one more condition, as it is where it has it. What was typed stays as it was typed. */
export function narrow({ text, before, terms }: Narrowing, term: string, printed = term): string {
  if (terms.includes(printed)) return text
  return before === '' ? term : `${before} ${term}`
}
