/**
 * The moment of the database that a page was read at: a snapshot of Postgres, which says of each transaction whether the page could see
 * it. A row whose version the mark does not see was written since. `at` is milliseconds of the epoch by the database's clock.
 */
export interface Mark {
  /** Every transaction before this one had ended. */
  oldest: bigint
  /** This one and all after it had not begun to be seen. */
  next: bigint
  /** Those between the two that were still under way. */
  running: ReadonlySet<bigint>
  at: number
}

const WRITTEN = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)@(\d{1,14})$/
/** Characters; a database with more writers under way than fit has no live lists. */
export const LONGEST_MARK = 2_000

/** A mark as an address has it, `oldest:next:running@at`; null when it is none. */
export function readMark(text: string): Mark | null {
  const [, oldest, next, running = '', at] = (text.length <= LONGEST_MARK && WRITTEN.exec(text)) || []
  if (oldest === undefined || next === undefined) return null
  const under = running === '' ? [] : running.split(',').map(BigInt)
  return { oldest: BigInt(oldest), next: BigInt(next), running: new Set(under), at: Number(at) }
}

/** Whether a page of this mark could see what the transaction wrote. */
export function sees(mark: Mark, transaction: bigint): boolean {
  if (transaction < mark.oldest) return true
  return transaction < mark.next && !mark.running.has(transaction)
}

const LAP = 2n ** 32n
/** Transactions that may begin between a mark and a statement after it, and write a row that the statement finds. */
export const AHEAD = 2n ** 20n

/** The number of a transaction, of which a row keeps only the last 32 bits: the last such number before `next`, or shortly after it. */
export function wholeNumber(kept: bigint, next: bigint): bigint {
  const end = next + AHEAD
  const back = (end - kept) % LAP
  return end - (back < 0n ? back + LAP : back)
}
