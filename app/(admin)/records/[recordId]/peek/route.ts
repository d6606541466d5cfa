import { requireReader } from '@/lib/auth/actor'
import { getRecord } from '@/lib/records/queries'
import { forScripts } from '@/lib/server/for-scripts'
import { jsonResponse } from '@/lib/server/json-response'

/** The record whole, its document masked, as the panel beside the table shows it. Unlike a page, a route gets the segment decoded. */
export const GET = forScripts((_, { params }: { params: Promise<{ recordId: string }> }) =>
  jsonResponse(async () => getRecord(await requireReader('records:read'), (await params).recordId)),
)
