import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TimelineRows } from '@/app/(admin)/timeline/_components/timeline-rows'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { customerConnections } from '@/lib/customers/queries'
import { idFromSegment } from '@/lib/id-from-segment'
import { routes } from '@/lib/routes'
import type { RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'

interface Props {
  params: Promise<{ connectionId: string }>
  searchParams: Promise<RawParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Timeline of end user ${idFromSegment((await params).connectionId)}` }
}

/** Everything that is known to have happened to an end user's connections, in the order of time. */
export default async function CustomerTimelinePage({ params, searchParams }: Props) {
  const actor = await requireActor('connections:read')
  const reference = idFromSegment((await params).connectionId)
  const connections = await customerConnections(actor, reference)
  if (connections.length === 0) notFound()
  return (
    <>
      <PageHeader
        title="Timeline"
        crumbs={[
          { label: 'End users', href: routes.customers() },
          { label: reference, href: routes.customer(reference) },
        ]}
        note="From all integrations: observed syncs, issues, and what people did and noted."
      />
      <Late what="The timeline" fallback={<SkeletonRows rows={12} />}>
        <TimelineRows
          actor={actor}
          scope={{ connectionIds: connections.map(({ id }) => id), customer: reference }}
          timeZone={await viewerZone()}
          raw={await searchParams}
          at={(query) => routes.customerTimeline(reference, query)}
        />
      </Late>
    </>
  )
}
