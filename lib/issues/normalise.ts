import { RULES } from './normalise-rules'

/** Characters of a message that tell its cause: a page or a stack of calls behind them tells the same. */
const TOLD = 4_000
const LONGEST_TITLE = 120
/** What one rule leaves may be something to another; two rounds are enough for nearly all. */
const ROUNDS = 10

/**
 * A message without what differs from one connection to the next, by the rules of normalise-rules.ts: `invalid_grant for user 4711` and
 * `… 4712` become the same. Applied to what it gives it changes nothing. Takes time linear in the length, of which the first 4,000 characters
 * count; an empty message stays empty.
 */
export function normaliseIssue(message: string): string {
  const told = message
    .slice(0, TOLD)
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
  let form = told
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = RULES.reduce((text, { apply }) => apply(text), form)
    if (next === form) break
    form = next
  }
  return form
}

/** One line for a list: the normal form with `…` for what was left out, at most 120 characters. */
export function causeTitle(message: string): string {
  const text = normaliseIssue(message)
    .replace(/<url ([^<> ]*)(?:<\w+>)?[^>]*>/g, '$1')
    .replace(/<\w+>/g, '…')
    .replace(/…(?:[ ,/-]*…)+/g, '…')
  if (text === '') return '(an empty message)'
  return text.length > LONGEST_TITLE ? `${[...text.slice(0, LONGEST_TITLE - 1)].slice(0, -1).join('')}…` : text
}
