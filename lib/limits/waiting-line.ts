interface Waiting {
  answer: (isIn: boolean) => void
}

/**
 * A line before what only so many may do at once: first come, first served. Whoever was let in calls `leave` once. What is begun all at once ends all at once,
 * late, and holds all that it needs meanwhile; in a line most have their answer sooner, and the last no later.
 */
export class WaitingLine {
  private inside = 0
  private readonly line: Waiting[] = []

  /** How many are inside, and wait. */
  get size(): { inside: number; waiting: number } {
    return { inside: this.inside, waiting: this.line.length }
  }

  /** True once the caller is inside; false when it waited for `milliseconds`, when `waiting` others do already, or when `leaving` was aborted. */
  enter(
    { atOnce, waiting, milliseconds }: { atOnce: number; waiting: number; milliseconds: number },
    leaving?: AbortSignal,
  ): Promise<boolean> {
    if (leaving?.aborted) return Promise.resolve(false)
    if (this.inside < atOnce && this.line.length === 0) {
      this.inside += 1
      return Promise.resolve(true)
    }
    if (this.line.length >= waiting) return Promise.resolve(false)
    return new Promise((resolve) => {
      const answer = (isIn: boolean) => {
        clearTimeout(clock)
        leaving?.removeEventListener('abort', giveUp)
        resolve(isIn)
      }
      const place: Waiting = { answer }
      const giveUp = () => {
        const at = this.line.indexOf(place)
        if (at === -1) return
        this.line.splice(at, 1)
        answer(false)
      }
      const clock = setTimeout(giveUp, milliseconds)
      leaving?.addEventListener('abort', giveUp)
      this.line.push(place)
    })
  }

  /** Gives the place of who was inside to the next in line. */
  leave(): void {
    const next = this.line.shift()
    if (next) next.answer(true)
    else this.inside -= 1
  }
}
