const MINUTE = 60_000

/** Two moments less than this apart belong to one sync: records of one sync are written within minutes of each other. */
const TOGETHER = 10 * MINUTE
/** What goes on for longer without a pause is no sync but a stream, such as webhooks, and is cut into pieces. */
const LONGEST_SYNC = 180 * MINUTE

/**
 * When each sync began, ascending, in milliseconds since the epoch. `times` are moments of activity in any order, many of them at one
 * sync; what is not a finite number is left out. More moments inside a sync change nothing. A stream counts as a sync every ten minutes.
 */
export function syncStarts(times: readonly number[]): number[] {
  const sorted = times.filter(Number.isFinite).sort((a, b) => a - b)
  const runs: number[][] = []
  for (const time of sorted) {
    const run = runs.at(-1)
    if (run && time - (run.at(-1) ?? time) < TOGETHER) run.push(time)
    else runs.push([time])
  }
  return runs.flatMap((run) => {
    const [first = 0] = run
    return (run.at(-1) ?? first) - first > LONGEST_SYNC ? piecesOf(run) : [first]
  })
}

function piecesOf(run: readonly number[]): number[] {
  const starts: number[] = []
  for (const time of run) if (time - (starts.at(-1) ?? Number.NEGATIVE_INFINITY) >= TOGETHER) starts.push(time)
  return starts
}
