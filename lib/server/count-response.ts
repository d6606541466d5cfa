import 'server-only'
import { AppError } from '../errors'
import { describeError, log } from '../log'
import type { CountProgress } from '../table/count-progress'
import type { RawParams } from '../table/table-params'
import { refusal } from './refusal'

/**
 * Answers a route with what `begin` tells while it counts, one JSON object per line, until it is done or the person leaves. `begin` gets the
 * parameters of the address; null from it says that they were not understood, which is answered with 400.
 */
export async function countResponse(
  request: Request,
  begin: (raw: RawParams, signal: AbortSignal) => Promise<AsyncGenerator<CountProgress> | null>,
): Promise<Response> {
  const leaving = new AbortController()
  request.signal.addEventListener('abort', () => leaving.abort())
  try {
    const raw = Object.fromEntries(new URL(request.url).searchParams)
    const counting = await begin(raw, leaving.signal)
    if (!counting) throw new AppError('INVALID', 'The list that is to be counted was not understood.')
    return new Response(asLines(counting, leaving), {
      headers: { 'cache-control': 'no-store', 'content-type': 'application/x-ndjson' },
    })
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
}

function asLines(counting: AsyncGenerator<CountProgress>, leaving: AbortController): ReadableStream {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await counting.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
      } catch (error) {
        log.error({ error: describeError(error) }, 'counting broke off')
        controller.error(error)
      }
    },
    cancel: () => leaving.abort(),
  })
}
