import { requireReader } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { fileNameOf } from '@/lib/exports/manifest-dto'
import { manifestOf } from '@/lib/exports/queries'
import { idFromSegment } from '@/lib/id-from-segment'
import { forScripts } from '@/lib/server/for-scripts'
import { refusal } from '@/lib/server/refusal'

/** What proves an export to be whole, as the file that belongs beside it. */
export const GET = forScripts(async (_request, { params }: { params: Promise<{ exportId: string }> }) => {
  try {
    const manifest = await manifestOf(await requireReader('records:export'), idFromSegment((await params).exportId))
    if (!manifest)
      throw new AppError('NOT_FOUND', 'There is no manifest for this export: it is not complete, or it is not yours.')
    return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
      headers: {
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${fileNameOf(manifest)}.manifest.json"`,
        'content-type': 'application/json; charset=utf-8',
      },
    })
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
})
