import 'server-only'
import { describeError, log } from '../log'
import { untilWoken } from '../server/wake'
import { regroupIssues } from './regroup'
import { rememberIssues } from './remember'

/** Milliseconds between two looks. Pages that show issues look for themselves. */
const LOOK = 60_000

/**
 * Remembers issues as they come and go, in this process until `signal` is aborted. Any number of processes may watch: one looks at a
 * time. An outage of the database is waited out.
 */
export async function watchIssues(signal: AbortSignal): Promise<void> {
  let regrouped: number | null = null
  while (!signal.aborted) {
    try {
      if (regrouped === null) regrouped = await regroupIssues()
      await rememberIssues()
    } catch (error) {
      log.error({ error: describeError(error) }, 'the watch over issues waits for the database')
    }
    await untilWoken('issues', LOOK, signal)
  }
}
