import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { describeError, log } from '../log'
import { tells } from '../triggers/queries'
import { rememberChanged, rememberIssues } from './remember'

/** Milliseconds that a page waits for a look, which goes on without it. */
const PATIENCE = 1_000
/** Milliseconds between two tries while another process, or another page, looks. */
const TRY_AGAIN = 50

/** Remembers what stands there now, of all connections or of one, before a page shows it. A look that fails or is slow leaves the page as it was. */
export async function lookNow(connectionId?: string): Promise<void> {
  const looking = look(connectionId).catch((error: unknown) =>
    log.error({ error: describeError(error) }, 'issues could not be remembered before a page'),
  )
  await Promise.race([looking, setTimeout(PATIENCE)])
}

async function look(connectionId: string | undefined): Promise<void> {
  if (connectionId === undefined && (await tells('issues'))) {
    await rememberChanged()
    return
  }
  // Whoever looks meanwhile may have begun before what this page is to show was there.
  for (const until = performance.now() + PATIENCE; performance.now() < until; await setTimeout(TRY_AGAIN))
    if ((await rememberIssues(connectionId)) !== null) return
}
