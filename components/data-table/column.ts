import type { Route } from 'next'
import type { ReactNode } from 'react'

/** One column of a table of `Row`s, as the noun that owns the table describes it. */
export interface TableColumn<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand on the right. */
  align?: 'left' | 'right'
  /** Where a press on the heading leads, and how the rows are sorted by it now. */
  sort?: { href: Route; direction: 'ascending' | 'descending' | 'none' }
  /** The widest that the column may grow, as a CSS length; longer text is cut with an ellipsis. */
  maxWidth?: string
}
