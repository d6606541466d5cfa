import { readLines } from '../json/read-lines'
import type { CountProgress } from './count-progress-schema'

/** In the browser: what a route tells while it counts, one JSON object per line, read by what is loaded then. Throws when the route refuses or breaks off. */
export async function* fetchCount(address: string, signal: AbortSignal): AsyncGenerator<CountProgress> {
  const { countProgress } = await import('./count-progress-schema')
  const response = await fetch(address, { cache: 'no-store', signal })
  if (!response.ok || !response.body) throw new Error(`Counting failed (${response.status}).`)
  for await (const line of readLines(response.body)) yield countProgress.parse(JSON.parse(line))
}
