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
