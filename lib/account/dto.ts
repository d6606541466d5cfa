/** A sign-in that has not ended. Instants are ISO 8601. */
export interface SessionRow {
  id: string
  /** In a person's words: *Firefox on Windows*. */
  device: string
  address: string
  method: 'password' | 'provider'
  createdAt: string
  /** To the minute. */
  lastUsedAt: string
  /** Whether it is the one that asks. */
  isCurrent: boolean
}

/** Failed sign-ins as one person that were alike: from one address, for one reason. */
export interface FailedSignInRow {
  /** ISO 8601, of the first of them. */
  at: string
  address: string
  reason: string
  times: number
}

/** What an authenticator app is given: the secret in groups of four, and the same as a QR code, row by row. */
export interface NewAuthenticator {
  secret: string
  squares: boolean[][]
}

/** Whether a person is asked for one-time codes, since when, how many recovery codes are left, and whether their role must have them. */
export interface CodesState {
  since: string | null
  recoveryLeft: number
  isRequired: boolean
}
