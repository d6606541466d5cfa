import { requireActorForAction } from '@/lib/auth/actor'
import { recordDocument } from '@/lib/records/queries'
import { documentResponse } from '@/lib/server/document-response'

/** The record's document, masked. Unlike a page, a route gets the segment decoded. */
export function GET(_: Request, { params }: { params: Promise<{ recordId: string }> }): Promise<Response> {
  return documentResponse(async () => recordDocument(await requireActorForAction(), (await params).recordId))
}
