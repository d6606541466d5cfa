import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { TimelineRows } from '@/app/(admin)/timeline/_components/timeline-rows'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { getConnection } from '@/lib/connections/detail-queries'
import { idFromSegment } from '@/lib/id-from-segment'
import { routes } from '@/lib/routes'
import type { RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'

interface Props {
  params: Promise<{ connectionId: string }>
  searchParams: Promise<RawParams>
}

const loadConnection = cache(async (id: string) => getConnection(await requireActor('connections:read'), id))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const connection = await loadConnection(idFromSegment((await params).connectionId))
  if (!connection) return { title: 'Connection not found' }
  return { title: `Timeline of ${connection.integration} of ${connection.connectionId}` }
}

/** Everything that is known to have happened to a connection, in the order of time. */
export default async function ConnectionTimelinePage({ params, searchParams }: Props) {
  const actor = await requireActor('connections:read')
  const connection = await loadConnection(idFromSegment((await params).connectionId))
  if (!connection) notFound()
  const { id, integration, connectionId } = connection
  return (
    <>
      <PageHeader
        title="Timeline"
        crumbs={[
          { label: 'Connections', href: routes.connections() },
          { label: `${integration} of ${connectionId || '(empty)'}`, href: routes.connection(id) },
        ]}
        note="Observed syncs, issues, and what people did and noted."
      />
      <Late what="The timeline" fallback={<SkeletonRows rows={12} />}>
        <TimelineRows
          actor={actor}
          scope={{ connectionIds: [id], customer: null }}
          timeZone={await viewerZone()}
          raw={await searchParams}
          at={(query) => routes.connectionTimeline(id, query)}
        />
      </Late>
    </>
  )
}
