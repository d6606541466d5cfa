/** The columns of a row as texts. */
export type TextRow = readonly (string | null)[]

/** Characters of rows that wait to be taken before whoever brings them should wait. */
const HIGH_WATER = 262_144

/** Hands rows from a source that brings them when it likes to a reader that takes them when it likes. */
export class RowQueue {
  private waiting: TextRow[] = []
  private size = 0
  private ending: { failure?: Error } | null = null
  private wake: (() => void) | null = null

  /** Whether as many wait as should. */
  get isFull(): boolean {
    return this.size > HIGH_WATER
  }

  get hasEnded(): boolean {
    return this.ending !== null
  }

  push(row: TextRow): void {
    this.waiting.push(row)
    for (const value of row) this.size += value?.length ?? 0
    this.wake?.()
  }

  /** No row follows. With a failure the reader gets that instead of the rows that still wait. */
  end(failure?: Error): void {
    this.ending ??= { failure }
    this.wake?.()
  }

  /** All rows that wait, at least one; null when none will come any more. Throws the failure that the rows ended with. */
  async take(): Promise<TextRow[] | null> {
    if (this.waiting.length === 0 && !this.ending) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    if (this.ending?.failure) throw this.ending.failure
    if (this.waiting.length === 0) return null
    const taken = this.waiting
    this.waiting = []
    this.size = 0
    return taken
  }
}
