import 'server-only'
import { AppError } from '../errors'
import { MASKED_TYPE, type MaskedDocument, printMasked } from '../mask/masked-body'
import { refusal } from './refusal'

// Customers' data must not stay in any cache behind the person.
const HEADERS = { 'cache-control': 'no-store' }

/**
 * Answers a route with a masked document of any size. What `load` refuses by an AppError, and null for a document that is not there, is
 * answered with a sentence and 401, 403, 404 or 400; other errors are thrown.
 */
export async function documentResponse(load: () => Promise<MaskedDocument | null>): Promise<Response> {
  try {
    const document = await load()
    if (!document) throw new AppError('NOT_FOUND', 'There is no such document.')
    return new Response(printMasked(document), { headers: { ...HEADERS, 'content-type': MASKED_TYPE } })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refusal(error)
  }
}
