/** What stands in place of every secret inside a text: always the same, so that it tells nothing of what it hides. */
export const MASK = '••••••'
/** In place of what a value shown in part leaves out; it is in `MASK` too. */
export const CUT = '•••'

/** Characters up to which a masked value is called short, and medium: a PIN or a plain password, a key or a token; all beyond is long. */
const SHORT = 8
const MEDIUM = 64

const WHOLE_MASK = /^•{6}(?: (?:short|medium|long))?$/

/** What stands for a value of so many characters as a whole: that it is masked, and its length class. */
export function maskOfLength(length: number): string {
  return `${MASK} ${length <= SHORT ? 'short' : length <= MEDIUM ? 'medium' : 'long'}`
}

/** Whether a text is nothing but what stands for a whole value. */
export function isWholeMask(text: string): boolean {
  return WHOLE_MASK.test(text)
}

/** Whether something was left out of a text, or is masked whole: it is not what is stored. */
export function isNotWhole(text: string): boolean {
  return text.includes(CUT)
}
