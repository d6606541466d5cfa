const HEARTBEAT = 10_000

/** A line for the person at the terminal. Progress goes to standard error, so that what a command prints can be piped. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Seconds since `began` (milliseconds of the epoch), for people. */
export function secondsSince(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}

/** Names a step before it begins, tells every ten seconds that it goes on, and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now()
  say(`• ${title}`)
  const ticking = setInterval(() => say(`  … ${secondsSince(began)}`), HEARTBEAT)
  try {
    const result = await work()
    say(`  done in ${secondsSince(began)}`)
    return result
  } finally {
    clearInterval(ticking)
  }
}
