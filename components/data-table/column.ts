import type { LucideIcon } from 'lucide-react'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import type { OnDemand } from '../ui/on-demand'

/** One column of a table of `Row`s, as the noun that owns the table describes it. */
export interface TableColumn<Row> {
  id: string
  header: string
  /** More about the column, on hover: whose zone its times are in, where its values are. */
  note?: string
  cell: (row: Row) => ReactNode
  /** Numbers stand on the right. */
  align?: 'left' | 'right'
  sort?: ColumnSort
  /** What else can be done with the column; asked for when its menu opens. */
  menu?: () => ColumnMenuEntry[]
  /** What `menu` needs, fetched before it is asked for. */
  menuNeeds?: OnDemand<unknown>
  /** Sixteenths of the text size. With one in every column they have exactly these, whatever is in them; else each fits its content. */
  width?: number
  /** Stays in sight while the others are scrolled sideways; the first always does. Pinned ones come first. */
  pinned?: boolean
  /** Where the columns fit their content: the widest that this one may grow, as a CSS length; longer text is cut with an ellipsis. */
  maxWidth?: string
  /** How the value stands on a phone, where a row is an item of a list: as its title, beside the others or on a line of its own without its heading, beside its heading (as by default), or not at all. */
  phone?: 'title' | 'beside' | 'line' | 'labelled' | 'hidden'
}

/** Where a press on the heading leads, and how the rows are sorted by the column now. */
export interface ColumnSort {
  href: Route
  direction: 'ascending' | 'descending' | 'none'
  /** From 1, where several columns sort. */
  place?: number
  /** Where a press with Shift leads: to the sort by the others and by this. */
  addHref?: Route
}

/** Every choice is an address, so that it can be opened in another tab. */
export type ColumnMenuEntry = { icon: LucideIcon; label: string; href: Route } | 'separator'

/** What can be done with the columns of a table besides sorting by them. */
export interface ColumnArranging {
  /** The widths that a column can have. */
  width: { min: number; max: number }
  onResize: (id: string, width: number) => void
  /** The column has been dropped before another. */
  onMove: (id: string, before: string) => void
}
