import { requireReader } from '@/lib/auth/actor'
import { recordDocument } from '@/lib/records/queries'
import { documentResponse } from '@/lib/server/document-response'
import { forScripts } from '@/lib/server/for-scripts'

/** The record's document, masked. Unlike a page, a route gets the segment decoded. */
export const GET = forScripts((_, { params }: { params: Promise<{ recordId: string }> }) =>
  documentResponse(async () => recordDocument(await requireReader('records:read'), (await params).recordId)),
)
