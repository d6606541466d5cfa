/** How people come into this installation. */
export interface SignInWays {
  /** Whether passwords are taken, and with them links to choose one. */
  passwords: boolean
  /** Whether such links go out by e-mail. */
  mails: boolean
  /** The name of the identity provider, where there is one. */
  provider: string | null
}

/** Someone who may sign in, or might again. Instants are ISO 8601. */
export interface UserRow {
  id: string
  email: string
  role: string
  /** Whether one-time codes are asked of them. */
  hasCodes: boolean
  disabledAt: string | null
  /** Of someone who was invited and has not come yet: until when a link of theirs is open, null when none is. */
  invitation: { until: string | null } | null
  lastSignInAt: string | null
  createdAt: string
}
