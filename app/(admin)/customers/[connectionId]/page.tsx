import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Notes } from '@/app/(admin)/notes/_components/notes'
import { TimelinePart } from '@/app/(admin)/timeline/_components/timeline-part'
import { CountText } from '@/components/count-text'
import { LateTogether } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { PartBoundary } from '@/components/part-boundary'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { customerConnections } from '@/lib/customers/queries'
import { healthOf } from '@/lib/health/queries'
import { idFromSegment } from '@/lib/id-from-segment'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { viewer } from '@/lib/time/viewer'
import { timelineQuery } from '@/lib/timeline/search-params'
import { CustomerConnections } from './_components/customer-connections'
import { CustomerLatest } from './_components/customer-latest'
import { CustomerRecords } from './_components/customer-records'

interface Props {
  params: Promise<{ connectionId: string }>
}

// The title and the page ask for the same connections; one query serves both.
const loadConnections = cache(async (reference: string) =>
  customerConnections(await requireActor('connections:read'), reference),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `End user ${idFromSegment((await params).connectionId)}` }
}

/** One end user across all integrations: their connections and what is wrong with them, their records, and what people noted. */
export default async function CustomerPage({ params }: Props) {
  const actor = await requireActor('connections:read')
  const reference = idFromSegment((await params).connectionId)
  const connections = await loadConnections(reference)
  if (connections.length === 0) notFound()
  const seen = await viewer()
  const health = await healthOf(
    actor,
    connections.map(({ id }) => id),
    seen.now,
  )
  return (
    <>
      <PageHeader
        title={<bdi>{reference}</bdi>}
        crumbs={[{ label: 'End users', href: routes.customers() }]}
        note={
          <span>
            End user with{' '}
            <CountText count={{ kind: 'exact', value: connections.length }} one="connection" many="connections" />
          </span>
        }
        actions={
          <LinkButton href={routes.records({ q: termText('connection.connectionId', reference) })}>
            All records
          </LinkButton>
        }
      />
      <div className="grid gap-4">
        <Section title="Connections" flush>
          <CustomerConnections rows={connections} health={health} timeZone={seen.timeZone} locale={seen.locale} />
        </Section>
        <LateTogether fallback={<SkeletonRows rows={8} />}>
          <Section title="Records" flush>
            <PartBoundary what="The numbers of records">
              <CustomerRecords actor={actor} reference={reference} timeZone={seen.timeZone} />
            </PartBoundary>
          </Section>
          <Section title="Latest records" flush>
            <PartBoundary what="The latest records">
              <CustomerLatest actor={actor} reference={reference} timeZone={seen.timeZone} />
            </PartBoundary>
          </Section>
          <Notes actor={actor} subjectType="customer" subjectId={reference} />
          <Section title="Recent changes" flush>
            <PartBoundary what="The timeline">
              <TimelinePart
                actor={actor}
                scope={{ connectionIds: connections.map(({ id }) => id), customer: reference }}
                timeZone={seen.timeZone}
                at={(kind) => routes.customerTimeline(reference, timelineQuery({ kind }))}
              />
            </PartBoundary>
          </Section>
        </LateTogether>
      </div>
    </>
  )
}
