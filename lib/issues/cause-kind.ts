import { normaliseIssue } from './normalise'

/** What words tell a kind, in the order in which they are asked: the first that is found counts. */
const KINDS = [
  {
    kind: 'authorisation',
    words:
      /unauthorized_client|"invalid token"|invalid token provided|token (?:used )?(?:has |is )?(?:been )?(?:expired|revoked)/,
  },
  { kind: 'webhook', words: /webhook|hook delivery|subscription callback|push channel/ },
  {
    kind: 'rate limit',
    words: /rate.?limit|too many requests|\b429\b|throttl|requests? per|retry.?after|calls per|userrate/,
  },
  {
    kind: 'quota',
    words:
      /quota|\b402\b|payment|billing|\bplan\b|\bcredits?\b|storage limit|daily limit|trial|upgrade your|insufficient_storage|limit exceeded|seat|\boom\b|out of memory/,
  },
  {
    kind: 'permission',
    words:
      /\b403\b|forbidden|permission|scope|access (?:is )?denied|resource is denied|missing access|unauthorized to perform|access_denied|insufficient|not allowed|privilege|not authorized to|admin consent|approval/,
  },
  {
    kind: 'authorisation',
    words:
      /invalid_grant|deleted_client|invalid_client|account.inactive|unauthori[sz]ed|not authori[sz]ed|\b401\b|(?<!unexpected |<number> )token|authenticat|login|log in|credential|reauthori|aadsts|(?<!current )session|consent|api key|password|signin|sign in/,
  },
  {
    kind: 'server',
    words:
      /\b5\d\d\b|internal server|internal error|overloaded|bad gateway|service unavailable|maintenance|unexpected error|something went wrong|temporarily/,
  },
  {
    kind: 'network',
    words:
      /time(?:d)?.?out|econn|enotfound|eai_again|ehost|epipe|socket|dns|network|certificate|ssl|tls|connection (?:was )?(?:reset|refused|closed|terminated)|unreachable|getaddrinfo|fetch failed/,
  },
  {
    kind: 'schema',
    words:
      /field|propert|column|schema|type|required|invalid|validation|unknown|missing|constraint|unique|duplicate|parse|unexpected|json|enum|does not exist|not.found|non.existing|no route|no active|maximum .{0,20}length|format|too long|too large|could not find/,
  },
] as const
export type CauseKind = (typeof KINDS)[number]['kind'] | 'other'

/** What a cause is about, by the words of its messages: a hint for a list, and never more. */
export function causeKind(message: string): CauseKind {
  const text = normaliseIssue(message).toLowerCase()
  return KINDS.find(({ words }) => words.test(text))?.kind ?? 'other'
}
