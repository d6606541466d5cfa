import { idFromSegment } from '@/lib/id-from-segment'
import { keptFileResponse } from '@/lib/server/kept-file-response'

/** A file that was made in the background; a download that broke off goes on where it stopped. */
export async function GET(request: Request, { params }: { params: Promise<{ exportId: string }> }): Promise<Response> {
  return keptFileResponse(request, idFromSegment((await params).exportId))
}
