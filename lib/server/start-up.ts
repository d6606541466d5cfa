import 'server-only'
import { offerSetUp } from '../auth/set-up'
import { env } from '../env'
import { describeError, log } from '../log'
import { trustOnlyOurProxies } from './client-address'

/**
 * What a server process does before its first request. A database that is away does not keep it from starting: pages then
 * say so, and `/api/ready` answers 503 until it is back.
 */
export async function startUp(): Promise<void> {
  trustOnlyOurProxies()
  if (!env().DATABASE_URL) return
  try {
    const link = await offerSetUp(env().NEXTAUTH_URL ?? `http://localhost:${env().PORT ?? 3000}`)
    if (link)
      log.warn({ link }, 'No one can sign in yet. Open this link within 24 hours to create the first administrator.')
  } catch (error) {
    log.error({ error: describeError(error) }, 'the database did not answer at start')
  }
}
