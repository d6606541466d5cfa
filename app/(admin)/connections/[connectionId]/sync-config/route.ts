import { requireActorForAction } from '@/lib/auth/actor'
import { connectionSyncConfig } from '@/lib/connections/detail-queries'
import { documentResponse } from '@/lib/server/document-response'

/** The connection's sync configuration, masked. Unlike a page, a route gets the segment decoded. */
export function GET(_: Request, { params }: { params: Promise<{ connectionId: string }> }): Promise<Response> {
  return documentResponse(async () => connectionSyncConfig(await requireActorForAction(), (await params).connectionId))
}
