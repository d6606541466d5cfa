import * as z from 'zod/mini'
import { readLines } from '../json/read-lines'

/** How far an exact count is: rows that match, rows looked through, and how many there are in all, estimated until `done`. */
export const countProgress = z.object({ found: z.number(), seen: z.number(), total: z.number(), done: z.boolean() })
export type CountProgress = z.infer<typeof countProgress>

/** In the browser: what a route tells while it counts, one JSON object per line. Throws when the route refuses or breaks off. */
export async function* fetchCount(address: string, signal: AbortSignal): AsyncGenerator<CountProgress> {
  const response = await fetch(address, { cache: 'no-store', signal })
  if (!response.ok || !response.body) throw new Error(`Counting failed (${response.status}).`)
  for await (const line of readLines(response.body)) yield countProgress.parse(JSON.parse(line))
}
