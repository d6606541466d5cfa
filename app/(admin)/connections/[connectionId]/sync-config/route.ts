import { requireActorForAction } from '@/lib/auth/actor'
import { connectionSyncConfig } from '@/lib/connections/detail-queries'
import { AppError, type ErrorCode } from '@/lib/errors'

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 }
// Customers' data must not stay in any cache behind the person.
const HEADERS = { 'cache-control': 'no-store' }

/** The sync configuration, masked, as JSON text of any size. 401, 403 and 404 answer with a sentence. */
export async function GET(_: Request, { params }: { params: Promise<{ connectionId: string }> }): Promise<Response> {
  try {
    const actor = await requireActorForAction()
    // Unlike a page, a route gets the segment decoded.
    const document = await connectionSyncConfig(actor, (await params).connectionId)
    if (!document) throw new AppError('NOT_FOUND', 'There is no sync configuration here.')
    return new Response(document.text, { headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' } })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Response(error.message, { status: STATUS[error.code] ?? 400, headers: HEADERS })
  }
}
