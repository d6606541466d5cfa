import { requireActorForAction } from '@/lib/auth/actor'
import { getRecord } from '@/lib/records/queries'
import { jsonResponse } from '@/lib/server/json-response'

/** The record whole, its document masked, as the panel beside the table shows it. Unlike a page, a route gets the segment decoded. */
export function GET(_: Request, { params }: { params: Promise<{ recordId: string }> }): Promise<Response> {
  return jsonResponse(async () => getRecord(await requireActorForAction(), (await params).recordId))
}
