import 'server-only'
import { type Mark, sees } from './mark'

/** A row as a look found it. */
export interface SeenRow {
  id: string
  /** The transaction that wrote it last. */
  writer: bigint
  /** Milliseconds of the epoch. */
  cameAt: number
}

export interface Arrival extends SeenRow {
  /** Whether it was seen to come; else it was there at the first look, and may only have been written again. */
  certain: boolean
}

/** Milliseconds by which the clock of whoever makes a row may be behind the database's. */
const SKEW = 5_000
/** Ids that are remembered, those of the longest ago forgotten first, and arrivals. */
const MOST_KNOWN = 120_000
const MOST_ARRIVALS = 20_000

/**
 * Which rows of a table have come lately, from what looks at its newest part find. A version tells that a row was written, not whether
 * for the first time; so what was there before is remembered.
 */
export class Arrivals {
  private readonly known = new Map<string, number>()
  readonly rows = new Map<string, Arrival>()
  /** Whether some were forgotten, since there were too many. */
  overflown = false

  /** `returns`: rows come again when their time moves on. */
  constructor(private readonly returns: boolean) {}

  /** Takes in everything that is there at a first look, or one that reaches further back: whatever `oldest` does not see may have come since. */
  begin(found: readonly SeenRow[], oldest: Mark): void {
    for (const row of found) {
      if (!this.rows.has(row.id) && !sees(oldest, row.writer)) this.rows.set(row.id, { ...row, certain: false })
      this.known.set(row.id, row.cameAt)
    }
    this.forget()
  }

  /** Takes in what was written since the last look; gives the ids whose place in a list may be another now. */
  add(written: readonly SeenRow[]): string[] {
    for (const row of written) {
      const before = this.known.get(row.id)
      if (before === undefined || (this.returns && row.cameAt > before))
        this.rows.set(row.id, { ...row, certain: true })
      this.known.set(row.id, row.cameAt)
    }
    this.forget()
    return written.map(({ id }) => id).filter((id) => this.rows.has(id))
  }

  private forget(): void {
    for (const id of this.known.keys()) {
      if (this.known.size <= MOST_KNOWN) break
      this.known.delete(id)
    }
    for (const id of this.rows.keys()) {
      if (this.rows.size <= MOST_ARRIVALS) break
      this.rows.delete(id)
      this.overflown = true
    }
  }
}

/** Whether a page of this mark was read before the row came. */
export function cameAfter(mark: Mark, arrival: Arrival): boolean {
  return !sees(mark, arrival.writer) && (arrival.certain || arrival.cameAt >= mark.at - SKEW)
}
