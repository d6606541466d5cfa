import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { describeError, log } from '../log'
import { tells } from '../triggers/queries'
import { rememberChanged, rememberIssues } from './remember'

/** Milliseconds that a page waits for a look, which goes on without it. */
const PATIENCE = 1_000

/** Remembers what stands there now, of all connections or of one, before a page shows it. A look that fails or is slow leaves the page as it was. */
export async function lookNow(connectionId?: string): Promise<void> {
  const looking = look(connectionId).catch((error: unknown) =>
    log.error({ error: describeError(error) }, 'issues could not be remembered before a page'),
  )
  await Promise.race([looking, setTimeout(PATIENCE)])
}

async function look(connectionId: string | undefined): Promise<unknown> {
  return connectionId === undefined && (await tells('issues')) ? rememberChanged() : rememberIssues(connectionId)
}
