/** What a one-time link opens: the first administrator's account, or the choice of a password for someone. */
export type OpenedLink = { purpose: 'set-up' } | { purpose: 'invite' | 'reset'; email: string; role: string }

/** What became of a link that an administrator made. */
export interface LinkOutcome {
  userId: string
  email: string
  purpose: 'invite' | 'reset'
  /** ISO 8601. */
  until: string
  /** Path and fragment, for the administrator to hand over; null when the mail server has taken the e-mail with it. */
  path: string | null
  /** Why it was not sent by e-mail, when it was meant to be. */
  notSent: string | null
}
