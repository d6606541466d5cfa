import { formsInText, type Writing } from './form-pattern'
import { secretKey } from './key-pattern'
import type { MaskPolicy } from './policy'

const STRING = String.raw`"(?:[^"\\]|\\.)*"`
/** A list or an object with others in it, this many levels deep; what is deeper is `restBehindSecrets`' to take. */
const LEVELS = 6
const CONTAINER = Array.from({ length: LEVELS }).reduce<string>(
  (inner) => `[[{](?:${[STRING, '[^]["{}]', inner].filter(Boolean).join('|')})*[]}]`,
  '',
)

/**
 * Postgres' regular expression for what `data::text` must lose before a word is looked for in it: the string, number, list or object behind
 * a key that is secret by a word of lib/mask/secret-keys.ts or named by a rule, and what is secret by its form. It takes too much rather than
 * too little: what is not shown whole must not be found letter by letter, and `data.<key>:` still asks for a harmless one. `restBehindSecrets`
 * has to follow. In a text that was `cut`, a string that is open at its end counts as closed. `writing` says how texts stand in it.
 */
export function secretsInText(policy: MaskPolicy, cut: boolean, writing: Writing = 'inJson'): string {
  const string = cut ? String.raw`"(?:[^"\\]|\\.)*(?:"|\\?$)` : STRING
  return `${secretKey(policy)}(?:${string}|[-+.0-9eE]+|true|false|${CONTAINER})|${formsInText(policy, writing)}`
}

/**
 * The same for what is left after that: everything from a list or an object behind a secret key on, of which nobody can say where it ends,
 * since it is too deep or was cut.
 */
export function restBehindSecrets(policy: MaskPolicy): string {
  return `${secretKey(policy)}[[{].*$`
}
