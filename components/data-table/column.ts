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
  /** How the value stands on a phone, where a row is an item of a list: as its title, beside the others or on a line of its own without its heading, beside its heading (as by default), or not at all. */
  phone?: 'title' | 'beside' | 'line' | 'labelled' | 'hidden'
}
