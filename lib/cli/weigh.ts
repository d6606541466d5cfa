import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'

/** What Node has to load into a server that is to be weighed. */
export const WEIGHABLE = ['--import', './scripts/weigh-memory.mjs']

const schema = z.object({ heapUsed: z.number(), external: z.number() })

/** Milliseconds that a server may take to answer: it collects garbage between what it is busy with. */
const PATIENCE = 30_000

/** Bytes that a server holds once all garbage is collected, buffers included. Null where it does not say so in time. */
export async function weigh(child: ChildProcess): Promise<number | null> {
  const answer = once(child, 'message', { signal: AbortSignal.timeout(PATIENCE) })
  child.send('weigh')
  try {
    const { heapUsed, external } = schema.parse((await answer)[0])
    return heapUsed + external
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return null
    throw error
  }
}
