import 'server-only'
import { AppError } from '../errors'
import type { CountProgress } from '../table/count-progress-schema'
import type { RawParams } from '../table/table-params'
import { jsonLines } from './json-lines'
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
    return jsonLines(counting, leaving, 'counting')
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
}
