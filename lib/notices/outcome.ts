/** What came of one try: whether it was accepted, and what can be said of it without repeating the receiver's words. */
export interface TryOutcome {
  accepted: boolean
  /** Of a webhook that answered. */
  status: number | null
  millis: number
  /** For people: "204 after 83 ms". */
  sentence: string
  /** The receiver says that it is gone for good. */
  gone?: boolean
}

/** What the codes of a failed connection mean. Nothing else of an error is kept: its text can hold what the receiver sent. */
const CODES: Record<string, string> = {
  ENOTFOUND: 'The name of the host is not known.',
  EAI_AGAIN: 'The name of the host could not be looked up.',
  ECONNREFUSED: 'The host refused the connection.',
  ECONNRESET: 'The connection was interrupted.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The network of the host cannot be reached.',
  ETIMEDOUT: 'There was no answer within 10 seconds.',
  ETIME: 'There was no answer within 10 seconds.',
  EAUTH: 'The mail server refused the sign-in of SMTP_URL.',
  EENVELOPE: 'The mail server refused the sender or a recipient.',
  EMESSAGE: 'The mail server refused the message.',
  ECONNECTION: 'The mail server could not be reached.',
  ESOCKET: 'The mail server could not be reached.',
  ETLS: 'The mail server could not agree on encryption.',
  EDNS: 'The name of the mail server is not known.',
}

/** A failure of ours or of the network, for people. */
export function failedTry(error: unknown, millis: number): TryOutcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const said = error instanceof RefusedAddress ? error.message : CODES[code]
  const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code) ? 'Its certificate is not trusted.' : undefined
  const sentence = said ?? certificate ?? `It could not be sent${/^[A-Z_]{1,40}$/.test(code) ? ` (${code})` : ''}.`
  return { accepted: false, status: null, millis, sentence }
}

/** The address, or what its name leads to, is none that a message may go to. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress'
}
