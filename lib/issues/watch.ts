import 'server-only'
import { describeError, log } from '../log'
import { lookAs } from '../server/heartbeat'
import { untilWoken } from '../server/wake'
import { tells } from '../triggers/queries'
import { regroupIssues } from './regroup'
import { rememberChanged, rememberIssues } from './remember'

/** Milliseconds between two looks at all connections. Pages that show issues look for themselves. */
const LOOK = 60_000
/** Where the trigger tells what has changed: between two looks at what it told, and at all connections for what it may have missed. */
const LOOK_AT_TOLD = 1_000
const LOOK_BESIDE_TOLD = 600_000

/**
 * Remembers issues as they come and go, in this process until `signal` is aborted. Any number of processes may watch: one looks at a
 * time. An outage of the database is waited out.
 */
export async function watchIssues(signal: AbortSignal): Promise<void> {
  let regrouped: number | null = null
  let lookedAtAll = Number.NEGATIVE_INFINITY
  while (!signal.aborted) {
    let told = false
    try {
      await lookAs('issues', async () => {
        if (regrouped === null) regrouped = await regroupIssues()
        told = await tells('issues')
        if (told) await rememberChanged()
        // What came before the trigger did is only found by a look at all.
        if (!told) lookedAtAll = Number.NEGATIVE_INFINITY
        if (performance.now() - lookedAtAll > LOOK_BESIDE_TOLD) {
          await rememberIssues()
          if (told) lookedAtAll = performance.now()
        }
      })
    } catch (error) {
      log.error({ error: describeError(error) }, 'the watch over issues waits for the database')
    }
    await untilWoken('issues', told ? LOOK_AT_TOLD : LOOK, signal)
  }
}
