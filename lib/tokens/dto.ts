/** A token as it is listed. Instants are ISO 8601. */
export interface TokenRow {
  id: string
  name: string
  /** Its first characters. */
  hint: string
  owner: string
  scopes: string[]
  state: 'active' | 'expired' | 'revoked'
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  /** The address of its last use. */
  lastUsedFrom: string | null
}

/** What a token was made to: the one time that it is shown. */
export interface MadeToken {
  token: string
  name: string
}
