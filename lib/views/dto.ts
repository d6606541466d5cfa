import type { Role } from '../auth/permissions'

/** A saved view as the person sees it who asked. */
export interface ViewRow {
  id: string
  name: string
  /** As `viewQuery` writes it; what is understood no more is still in it. */
  query: string
  shared: boolean
  isOwn: boolean
  /** Who saved it first. */
  ownerEmail: string
  /** The roles that get it when they open the table without saying how. */
  defaultFor: Role[]
}
