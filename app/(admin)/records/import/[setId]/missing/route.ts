import { requireActorForAction } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { csvLine, csvText } from '@/lib/exports/csv'
import { idFromSegment } from '@/lib/id-from-segment'
import { missingOf } from '@/lib/records/id-sets'
import { MOST_IDS } from '@/lib/records/id-sets-schema'
import { refusal } from '@/lib/server/refusal'

/** The ids that an import did not find, as a file for whoever sent them. */
export async function GET(_request: Request, { params }: { params: Promise<{ setId: string }> }): Promise<Response> {
  try {
    const missing = await missingOf(await requireActorForAction(), idFromSegment((await params).setId), MOST_IDS)
    if (!missing) throw new AppError('NOT_FOUND', 'This import is no longer kept, or is not yours.')
    return new Response(['not found', ...missing].map((value) => csvLine([csvText(value)])).join(''), {
      headers: {
        'cache-control': 'no-store',
        'content-disposition': 'attachment; filename="not-found.csv"',
        'content-type': 'text/csv; charset=utf-8; header=present',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
}
