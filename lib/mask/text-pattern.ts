import { CLASS_WORDS } from './key-rules'
import type { MaskPolicy } from './policy'
import { wordsOf } from './secret-keys'

// Words that are secret anywhere in a key, pairs that are secret together, and words that are secret as the whole of it.
const ANYWHERE =
  'token|secret|passw|pwd|passphrase|passcode|kennwort|contrase|senha|wachtwoord|пароль|密码|パスワード|credential|creds|authorization|bearer|cookie|jwt|otp|cvv|cvc|sessid|sess(?:ion)?[ _.-]?id'
const PAIRS =
  '(?:api|private|access|auth|sign(?:ing|ature)|encryption|decryption|master|service|account|shared|session|storage|subscription|app|application|consumer|license|ssh|hmac|recovery|integration|webhook|server|rest)[ _.-]?key|(?:authorization|auth|verification|confirmation|security|mfa|2fa|device|pin|login|backup|recovery)[ _.-]?code|code[ _.-]?verifier|(?:card|pin)[ _.-]?number|(?:db|database|smtp|imap|ftp|user|admin|root|mail|proxy|basic|http)[ _.-]?pass|(?:card|user|sim|security|login)[ _.-]?pin'
const WHOLE = 'pass|pin|auth|cred'

/** Tokens known by their prefix, what stands behind `Bearer`, and passwords in addresses. */
const FORMS = [
  '\\m(?:eyJ|A[KS]IA|gh[opusr]_|github_pat_|npm_|[rs]k_|whsec_|shpat_|lin_|ntn_|secret_|hf_|xox[a-z]-|xapp-|glpat-|pat-|sk-|AIza|ya29\\.|SG\\.)[\\w.-]+',
  '\\m(?:bearer|basic) [\\w.~+/=-]+',
  '://[^/?#:@" ]*:[^/?#" ]+@',
]
/** Addresses and numbers, for whom they are not shown whole: the forms of `in-part.ts`, and rather more than less. */
const CLASS_FORMS = {
  email: '[^\\s"\\\\<>@,;:()]+@(?:[^\\s"\\\\<>@.,;:()]+\\.)+[^\\s"\\\\<>@.,;:()]{2,24}',
  phone: '(?:\\+|\\(\\+?[0-9]{1,4}\\) ?)[0-9](?:[ ()./-]{0,2}[0-9]){5,14}|[0-9]{2,5}(?:[ /-][0-9]{2,5}){2,5}',
} as const

/** Postgres' regular expression for what a text must lose before a part of it is compared: what is secret or not shown whole by its form. */
export function formsInText({ rules }: MaskPolicy): string {
  const classes = rules.flatMap(({ target }) => (target.kind === 'class' ? [CLASS_FORMS[target.of]] : []))
  return [...FORMS, ...new Set(classes)].join('|')
}

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
 * has to follow. In a text that was `cut`, a string that is open at its end counts as closed.
 */
export function secretsInText(policy: MaskPolicy, cut: boolean): string {
  const string = cut ? String.raw`"(?:[^"\\]|\\.)*(?:"|\\?$)` : STRING
  return `${secretKey(policy)}(?:${string}|[-+.0-9eE]+|true|false|${CONTAINER})|${formsInText(policy)}`
}

/**
 * The same for what is left after that: everything from a list or an object behind a secret key on, of which nobody can say where it ends,
 * since it is too deep or was cut.
 */
export function restBehindSecrets(policy: MaskPolicy): string {
  return `${secretKey(policy)}[[{].*$`
}

function secretKey(policy: MaskPolicy): string {
  const keys = [`[^"]*(?:${ANYWHERE}|${PAIRS})[^"]*`, WHOLE, ...policy.rules.flatMap(keysOf)].join('|')
  return `"(?:${keys})": `
}

/** The keys that a rule means, as they stand in the text of JSON, in any case. */
function keysOf({ target, paths }: MaskPolicy['rules'][number]): string[] {
  const last = paths.flatMap((path) => path.slice(-1)).map(asKey)
  if (target.kind === 'key') return [asKey(target.key)]
  if (target.kind === 'words') return [`[^"]*${wordsOf(target.words).map(escaped).join('[^"]{0,3}')}[^"]*`]
  if (target.kind === 'class') return [`[^"]*(?:${CLASS_WORDS[target.of]})[^"]*`, ...last]
  return last
}

function asKey(key: string): string {
  return escaped(JSON.stringify(key).slice(1, -1))
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
