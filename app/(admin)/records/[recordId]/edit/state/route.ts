import { requireActorForAction } from '@/lib/auth/actor'
import { recordState } from '@/lib/records/edit-queries'
import { documentResponse } from '@/lib/server/document-response'

/** What of the record is edited, masked. Unlike a page, a route gets the segment decoded. */
export function GET(_: Request, { params }: { params: Promise<{ recordId: string }> }): Promise<Response> {
  return documentResponse(async () => recordState(await requireActorForAction(), (await params).recordId))
}
