import { MASK } from './mask-sign'
import { isSecretKey } from './secret-keys'

/**
 * Values that are secrets by their own form, as their issuers publish it, in one expression: a document has many strings,
 * and each would else be read once per form. No quantifier can run over another's text twice.
 */
const SECRET_FORM = new RegExp(
  [
    '-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)',
    String.raw`(?<![\w-])(?:${[
      String.raw`eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?`,
      'A[KS]IA[A-Z0-9]{16}(?![A-Z0-9])',
      String.raw`(?:gh[opusr]_|github_pat_|npm_|[rs]k_(?:live|test)_|whsec_|shpat_|lin_api_|lin_oauth_|ntn_|secret_|hf_)\w{16,}`,
      String.raw`(?:xox[abeoprs]|xapp|glpat|pat-(?:na|eu|ap)\d)-[\w-]{10,}`,
      String.raw`sk-(?=[A-Za-z_-]*\d)[\w-]{20,}`,
      String.raw`AIza[\w-]{30,}`,
      String.raw`ya29\.[\w-]{10,}`,
      String.raw`1\/\/0[\w-]{20,}`,
      String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
    ].join('|')})`,
  ].join('|'),
  'g',
)
/** Characters that each of them has at least, and without a space but for the blocks of keys. */
const SHORTEST_FORM = 15
const BLOCK = '-----BEGIN'

/** `Bearer …` and `Basic …`; prose such as "Basic understanding" has neither a digit nor a closing `=`, behind which a quoted value is secret too. */
const AUTHORIZATION = /(?<!\w)(bearer|basic|token)( {1,3})(?=[\w.~+/-]*[\d=])[\w.~+/-]{8,}(?:=+(?:\\?["'][^"'\n]*)?)?/gi
const SHORTEST_AUTHORIZATION = 14
/** The password in `scheme://user:password@host`; it may itself contain `@`. */
const USERINFO = /(:\/\/[^\s/?#:@"'<>]{0,256}:)[^\s/?#"'<>]{1,1024}(?=@)/g
/** The start of `name=value`, `name: value` or `"name":"value"`; what follows is read only if the name is secret. */
const ASSIGNMENT = /(?<![\w.-])([A-Za-z][\w.-]{1,63})(\\?["']?)[ \t]{0,3}([:=])[ \t]{0,3}/g
const QUOTED = /(\\?["'])(?:(?!\1)[^\n])*/y
const UNQUOTED = /[^\s&;,"'<>(){}\\]+/y
/** Query parameters that grant access in a pre-signed address, though a signature elsewhere is no secret. */
const SIGNED_PARAMETER = /^(sig|signature|x-amz-(signature|credential|security-token)|x-goog-signature)$/i

/**
 * Of unquoted values after a colon only those with a digit are masked: "token: expired" says something, "token: 9f3a" leaks.
 * Looks no further than 256 characters, because it may look in vain at every name of a long text.
 */
const LOOKS_RANDOM = /(?=[^\s&;,"'<>(){}\\]{4})[^\s&;,"'<>(){}\\\d]{0,256}\d/y

/** Names, numbers and prose, of which most documents are made, have no word that long and need not be read for all forms. */
function mayHoldForm(text: string): boolean {
  for (let start = 0; start + SHORTEST_FORM <= text.length; ) {
    const space = text.indexOf(' ', start)
    const end = space === -1 ? text.length : space
    if (end - start >= SHORTEST_FORM) return true
    start = end + 1
  }
  return text.includes(BLOCK)
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(text)
}

function maskAssignments(text: string): string {
  const pieces: string[] = []
  let done = 0
  ASSIGNMENT.lastIndex = 0
  for (let match = ASSIGNMENT.exec(text); match !== null; match = ASSIGNMENT.exec(text)) {
    const [whole, name = '', nameQuote = '', separator = ''] = match
    const signed = separator === '=' && SIGNED_PARAMETER.test(name)
    if (!signed && !isSecretKey(name)) continue
    const start = match.index + whole.length
    const quoted = matchAt(QUOTED, text, start)
    const prose = separator === ':' && nameQuote === '' && !quoted
    if (prose && !matchAt(LOOKS_RANDOM, text, start)) continue
    const quote = quoted?.[1] ?? ''
    const value = quoted ? quoted[0].slice(quote.length) : (matchAt(UNQUOTED, text, start)?.[0] ?? '')
    if (value === '' || value === 'null') continue
    pieces.push(text.slice(done, start + quote.length), MASK)
    done = start + quote.length + value.length
    ASSIGNMENT.lastIndex = done
  }
  return done === 0 ? text : pieces.join('') + text.slice(done)
}

/**
 * Free text (an issue's message, a string in a document) without the secrets that people and systems paste into it:
 * private key blocks, JWTs, tokens with a known prefix (AWS, GitHub, Stripe, Slack, Google, …), `Bearer` and `Basic`
 * values, passwords in addresses, and what is assigned to a secret name (`?token=…`, `"apiKey":"…"`). Idempotent; takes
 * time linear in the text's length, whatever the text.
 */
export function maskMessage(text: string): string {
  if (text.length < 6) return text
  let masked = mayHoldForm(text) ? text.replace(SECRET_FORM, MASK) : text
  if (masked.length >= SHORTEST_AUTHORIZATION && masked.includes(' '))
    masked = masked.replace(AUTHORIZATION, `$1$2${MASK}`)
  if (masked.includes('://') && masked.includes('@')) masked = masked.replace(USERINFO, `$1${MASK}`)
  return masked.includes('=') || masked.includes(':') ? maskAssignments(masked) : masked
}
