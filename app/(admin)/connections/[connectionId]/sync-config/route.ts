import { requireReader } from '@/lib/auth/actor'
import { connectionSyncConfig } from '@/lib/connections/detail-queries'
import { documentResponse } from '@/lib/server/document-response'
import { forScripts } from '@/lib/server/for-scripts'

/** The connection's sync configuration, masked. Unlike a page, a route gets the segment decoded. */
export const GET = forScripts((_, { params }: { params: Promise<{ connectionId: string }> }) =>
  documentResponse(async () =>
    connectionSyncConfig(await requireReader('connections:read'), (await params).connectionId),
  ),
)
