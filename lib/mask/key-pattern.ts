import { CLASS_WORDS } from './key-rules'
import type { MaskPolicy } from './policy'
import { wordsOf } from './secret-keys'

/** Characters of a key as they stand in the text of JSON, quotation marks and backslashes among them. */
const ANY = String.raw`(?:[^"\\]|\\.)*`
/** What may stand between the words of a key, and around them. */
const GAP = String.raw`(?:[^"\\[:alnum:]]|\\[^u]|\\u[0-9a-f]{4})*`
/** What may stand between the words of a name in a text: `api_key=…`. */
const NAME_GAP = '[_.-]*'

/** Words that are secret as the whole of a key. */
const WHOLE = seenThrough('pass|pin|auth|cred')

/** Words that are secret anywhere in a key, and pairs that are secret together, `~` standing for what may be between. */
const WORDS = seenThrough(
  [
    'token|secret|passw|pwd|passphrase|passcode|kennwort|contrase|senha|wachtwoord|[пП][аА][рР][оО][лЛ][ьЬ]|密码',
    '(?:パ|ハ\u309a)スワー(?:ド|ト\u3099)|credential|creds|authorization|bearer|cookie|jwt|otp|cvv|cvc|sessid|sess(?:ion)?~id',
    '(?:api|private|access|auth|sign(?:ing|ature)|encryption|decryption|master|service|account|shared|session|storage|subscription|app|application|consumer|license|ssh|hmac|recovery|integration|webhook|server|rest)~key',
    '(?:authorization|auth|verification|confirmation|security|mfa|2fa|device|pin|login|backup|recovery)~code',
    'code~verifier|(?:card|pin)~number|(?:card|user|sim|security|login)~pin',
    '(?:db|database|smtp|imap|ftp|user|admin|root|mail|proxy|basic|http)~pass',
  ].join('|'),
)

/** Letters of ASCII with others that stand for them and that people write in keys: `Nº` and `1ª` are no reason to think of a disguise. */
function seenThrough(words: string): string {
  const others: Record<string, string> = { a: 'ª', o: 'º', s: 'ſ', k: '\u212a' }
  return words.replace(/[aosk]/g, (letter) => `[${letter}${others[letter]}]`)
}

function secretWords(gap: string): string {
  return WORDS.replaceAll('~', gap)
}

/**
 * Signs that `wordsOf` reads as other letters (NFKC) or not at all: full width, letters of mathematics, in circles and brackets, raised and
 * lowered, and what nobody sees between two letters. A key with one may be any word. Left out are signs that people write in keys of their
 * own, such as `m²`, `№`, `™`, and those of which a usual letter is the other case: Postgres would look for that too.
 */
export const DISGUISED =
  '[\u02b0-\u02e4\u1d2c-\u1dbf\u1e9a\u2071\u207f\u2090-\u209c\u2102\u210a-\u2115\u2117-\u2121\u2124\u2128\u212c-\u214f\u2160-\u217f\u249c-\u24e9\u2c7c\u2c7d\u3250\ua7f1-\ua7f4\uab69\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\u{10780}-\u{107ba}\u{1ccd6}-\u{1ccef}\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f190}]|[a-z0-9][\u00ad\u200b-\u200d\u2060\ufeff]+[a-z0-9]'

/** The start of a value behind a key that is secret by a word of secret-keys.ts or named by a rule, up to the value. Takes too much rather than too little. */
export function secretKey(policy: MaskPolicy): string {
  const anywhere = `${ANY}(?:${secretWords(GAP)}|${DISGUISED})${ANY}`
  return `"(?:${[anywhere, `${GAP}(?:${WHOLE})${GAP}`, ...policy.rules.flatMap(keysOf)].join('|')})": `
}

/** A secret name in a text, of which a value is said: as mask-message.ts knows them, with the names of signed addresses. */
export function secretName(): string {
  return String.raw`(?:(?:${secretWords(NAME_GAP)})[\w.-]*|(?<![A-Za-z0-9_.-])(?:${WHOLE})${NAME_GAP}|\\[bfnrt](?:${WHOLE})${NAME_GAP}|sig|signature)`
}

/** The keys that a rule means, as they stand in the text of JSON, in any case. */
function keysOf({ target, paths }: MaskPolicy['rules'][number]): string[] {
  const last = paths.flatMap((path) => path.slice(-1)).map(asKey)
  if (target.kind === 'key') return [asKey(target.key)]
  if (target.kind === 'words') return [`${ANY}${wordsOf(target.words).map(escaped).join(GAP)}${ANY}`]
  if (target.kind === 'class') return [`${ANY}(?:${CLASS_WORDS[target.of]})${ANY}`, ...last]
  return last
}

function asKey(key: string): string {
  return escaped(JSON.stringify(key).slice(1, -1))
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
