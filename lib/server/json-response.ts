import 'server-only'
import { AppError } from '../errors'
import { refusal } from './refusal'

/**
 * Answers a route with what `load` gives, as JSON. What it refuses by an AppError is answered with a sentence and the fitting status,
 * null with 404; other errors are thrown.
 */
export async function jsonResponse(load: () => Promise<object | null>): Promise<Response> {
  try {
    const value = await load()
    if (!value) throw new AppError('NOT_FOUND', 'This no longer exists.')
    // Customers' data must not stay in any cache behind the person.
    return Response.json(value, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refusal(error)
  }
}
