import { requireActorForAction } from '@/lib/auth/actor'
import { AppError, type ErrorCode } from '@/lib/errors'
import { recordDocument } from '@/lib/records/queries'

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 }
// Customers' data must not stay in any cache behind the person.
const HEADERS = { 'cache-control': 'no-store' }

/** The record's document, masked, as JSON text of any size. 401, 403 and 404 answer with a sentence. */
export async function GET(_request: Request, { params }: { params: Promise<{ recordId: string }> }): Promise<Response> {
  try {
    const actor = await requireActorForAction()
    // Unlike a page, a route gets the segment decoded.
    const document = await recordDocument(actor, (await params).recordId)
    if (!document) throw new AppError('NOT_FOUND', 'There is no record with this id.')
    return new Response(document.text, { headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' } })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Response(error.message, { status: STATUS[error.code] ?? 400, headers: HEADERS })
  }
}
