import { actorOfSession } from '@/lib/auth/actor'
import { readSession } from '@/lib/auth/session'
import { AppError, DEFAULT_MESSAGES } from '@/lib/errors'
import { openStream } from '@/lib/live/open-stream'
import { readWatch } from '@/lib/live/stream-schema'
import { refusal } from '@/lib/server/refusal'
import { viewerZone } from '@/lib/time/viewer-zone'

const HEADERS = {
  'content-type': 'text/event-stream',
  // Neither kept nor packed nor held back on the way: each event is to arrive when it is written.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** What is new to the page that the query names: server-sent events until the page is left. */
export async function GET(request: Request): Promise<Response> {
  try {
    const session = await readSession()
    const still = async () => session && actorOfSession(session)
    const actor = await still()
    if (!actor) throw new AppError('UNAUTHENTICATED', DEFAULT_MESSAGES.UNAUTHENTICATED)
    const watch = readWatch(Object.fromEntries(new URL(request.url).searchParams))
    if (!watch) throw new AppError('INVALID', DEFAULT_MESSAGES.INVALID)
    const timeZone = await viewerZone()
    return new Response(await openStream(actor, { watch, timeZone }, still, request.signal), { headers: HEADERS })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refusal(error)
  }
}
