import type { MaskRule, ValueClass } from './rule'
import { isSecretKey, wordsOf } from './secret-keys'
import { leastOf, type Shown } from './shown'

/** Words of which keys of a class have one. */
export const CLASS_WORDS = {
  email: 'mails?',
  phone: 'phones?|telephone|tel|mobile|cell|cellphone|fax|whatsapp|msisdn',
} as const satisfies Record<ValueClass, string>

/** The words of keys whose values are of a class: `workEmail`, `email_address`, `mobilePhoneNumber`. */
const CLASS_KEYS: Record<ValueClass, RegExp> = {
  email: new RegExp(`(?:^| )(?:e ?)?(?:${CLASS_WORDS.email})(?: address(?:es)?)?$`),
  phone: new RegExp(`(?:^| )(?:${CLASS_WORDS.phone})(?: (?:numbers?|no|nr))?$`),
}

export type KeyTest = (key: string) => Shown

/** How much of a value is shown by the name of its key alone: secret by its words, or named by one of the rules. */
export function keyTest(rules: readonly (MaskRule & { shown: Shown })[]): KeyTest {
  const exact = new Map<string, Shown>()
  const phrases: { phrase: string; shown: Shown }[] = []
  const classes: { keys: RegExp; shown: Shown }[] = []
  for (const { target, shown } of rules) {
    if (target.kind === 'key')
      exact.set(target.key.toLowerCase(), leastOf(shown, exact.get(target.key.toLowerCase()) ?? 'whole'))
    else if (target.kind === 'words') phrases.push({ phrase: wordsOf(target.words).join(' '), shown })
    else if (target.kind === 'class') classes.push({ keys: CLASS_KEYS[target.of], shown })
  }
  const judge = (key: string): Shown => {
    if (isSecretKey(key)) return 'masked'
    if (rules.length === 0) return 'whole'
    const words = phrases.length + classes.length > 0 ? wordsOf(key).join(' ') : ''
    return leastOf(
      exact.get(key.toLowerCase()) ?? 'whole',
      ...phrases.map(({ phrase, shown }) => (` ${words} `.includes(` ${phrase} `) ? shown : 'whole')),
      ...classes.map(({ keys, shown }) => (keys.test(words) ? shown : 'whole')),
    )
  }
  return remembering(judge)
}

/** Keys that were judged already, at most so many and of so many characters each. */
const MOST_KNOWN = 10_000
const LONGEST_KNOWN = 64

/** Documents repeat their keys and those of each other, and splitting one into words is the dearest step of all. */
function remembering(judge: KeyTest): KeyTest {
  const known = new Map<string, Shown>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const shown = judge(key)
    if (key.length > LONGEST_KNOWN) return shown
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, shown)
    return shown
  }
}
