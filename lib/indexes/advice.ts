import type { Advice, IndexRow } from './dto'

/** Rows below which reading all of them is quick without an index; with words each whole document is read. */
const SMALL = { search: 1_000, other: 50_000 }
/** Filters that would have used it, from which on building it is worth what each write then costs more. */
const OFTEN = 10

interface Evidence {
  state: IndexRow['state']
  /** How often people filtered by what it serves; null where that is not counted. */
  uses: number | null
  /** As Postgres estimates them; 0 is also what it says of a table that it has not counted yet. */
  rows: number
  isForWords: boolean
}

/** Whether an index that is not built is worth it, as far as the use of filters and the size of the table tell; null where they do not. */
export function adviceOn({ state, uses, rows, isForWords }: Evidence): Advice {
  if (state !== 'absent' || rows === 0) return null
  if (rows < (isForWords ? SMALL.search : SMALL.other)) return 'not-needed'
  return uses !== null && uses >= OFTEN ? 'recommended' : null
}
