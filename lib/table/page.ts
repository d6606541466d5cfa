/** Whether a page follows its cursor in the order shown, or comes before it. */
export type PageDirection = 'after' | 'before'

/** One page of a list, in the order shown. A cursor is null where there is nothing further in its direction. */
export interface Page<Row> {
  rows: Row[]
  /** For `after`: the place behind the last row. */
  next: string | null
  /** For `before`: the place in front of the first row. */
  previous: string | null
  /** How far a search came that ended before it had found a page full; `next` or `previous` leads on from there. Absent when it came to its end. */
  reached?: Date
}

/** How many rows to ask for, so that one more than is shown tells whether there is a further page. */
export function fetchSize(size: number): number {
  return size + 1
}

/**
 * Makes a page of up to `size + 1` rows, in the order in which they were fetched: backwards for `before`. On the side
 * from which the person came there is always a page; what was there may be gone by now, and then that page is empty.
 */
export function pageOf<Row>(
  fetched: readonly Row[],
  {
    size,
    from,
    cursorOf,
  }: { size: number /** Null for the first page. */; from: PageDirection | null; cursorOf: (row: Row) => string },
): Page<Row> {
  const hasMore = fetched.length > size
  const kept = fetched.slice(0, size)
  const rows = from === 'before' ? kept.reverse() : kept
  const first = rows[0]
  const last = rows.at(-1)
  const hasPrevious = from === 'before' ? hasMore : from === 'after'
  const hasNext = from === 'before' || hasMore
  return {
    rows,
    next: hasNext && last !== undefined ? cursorOf(last) : null,
    previous: hasPrevious && first !== undefined ? cursorOf(first) : null,
  }
}
