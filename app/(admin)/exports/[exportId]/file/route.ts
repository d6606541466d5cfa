import { idFromSegment } from '@/lib/id-from-segment'
import { forScripts } from '@/lib/server/for-scripts'
import { keptFileResponse } from '@/lib/server/kept-file-response'

/** A file that was made in the background; a download that broke off goes on where it stopped. */
export const GET = forScripts(async (request, { params }: { params: Promise<{ exportId: string }> }) =>
  keptFileResponse(request, idFromSegment((await params).exportId)),
)
