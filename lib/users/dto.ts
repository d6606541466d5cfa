/** Someone who may sign in, or might again. Instants are ISO 8601. */
export interface UserRow {
  id: string
  email: string
  role: string
  disabledAt: string | null
  lastSignInAt: string | null
  createdAt: string
}
