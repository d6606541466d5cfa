import { requireActorForAction } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { FOUND_GROUPS } from '@/lib/search/line'
import { search } from '@/lib/search/search'
import { readTyped } from '@/lib/search/typed'
import { jsonLines } from '@/lib/server/json-lines'
import { refusal } from '@/lib/server/refusal'
import { viewer } from '@/lib/time/viewer'

/** What `q` finds, group by group as lines of JSON; ends in Postgres too when the person types on. */
export async function GET(request: Request): Promise<Response> {
  const leaving = new AbortController()
  request.signal.addEventListener('abort', () => leaving.abort())
  try {
    const [actor, { timeZone, locale }] = await Promise.all([requireActorForAction(), viewer()])
    const { origin, searchParams } = new URL(request.url)
    const typed = readTyped(searchParams.get('q') ?? '', origin)
    if (typed.kind === 'unanswerable') throw new AppError('INVALID', typed.why)
    const text = typed.kind === 'text' ? typed.text : ''
    const only = FOUND_GROUPS.find((group) => group === searchParams.get('group'))
    return jsonLines(search(actor, { text, timeZone, locale, signal: leaving.signal }, only), leaving, 'a search')
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
}
