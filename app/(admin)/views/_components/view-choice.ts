import type { Route } from 'next'
import type { ViewRow } from '@/lib/views/dto'

/** A saved view with its address. `known` is its query without what is understood no more. */
export interface ViewChoice extends ViewRow {
  known: string
  href: Route
}

/** The view that the address names. */
export interface CurrentView extends ViewChoice {
  /** Whether the address shows something else than the view. */
  isChanged: boolean
}
