import { z } from 'zod'

/** How far an exact count is: rows that match, rows looked through, and how many there are in all, estimated until `done`. */
export const countProgress = z.object({ found: z.number(), seen: z.number(), total: z.number(), done: z.boolean() })
export type CountProgress = z.infer<typeof countProgress>

/** In the browser: what a route tells while it counts, one JSON object per line. Throws when the route refuses or breaks off. */
export async function* fetchCount(address: string, signal: AbortSignal): AsyncGenerator<CountProgress> {
  const response = await fetch(address, { cache: 'no-store', signal })
  if (!response.ok || !response.body) throw new Error(`Counting failed (${response.status}).`)
  let rest = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield countProgress.parse(JSON.parse(line))
  }
}
