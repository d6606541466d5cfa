import type { Metadata } from 'next'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { routes } from '@/lib/routes'
import { viewerZone } from '@/lib/time/viewer-zone'
import { FailingConnections } from './_components/failing-connections'
import { LatestActivity } from './_components/latest-activity'
import { LatestRecords } from './_components/latest-records'
import { RecordMatrix } from './_components/record-matrix'

export const metadata: Metadata = { title: 'Overview' }

/** What needs attention now. Each card comes when it is ready, and fails by itself. */
export default async function OverviewPage() {
  const actor = await requireActor('records:read')
  const clock = { now: new Date(), timeZone: await viewerZone() }
  const parts = { actor, clock }
  return (
    <>
      <PageHeader title="Overview" />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Section
          title="Connections with issues"
          flush
          actions={
            <LinkButton compact tone="ghost" href={routes.connections({ q: 'issues:*' })}>
              Show all
            </LinkButton>
          }
        >
          <Late what="The connections with issues" fallback={<SkeletonRows rows={8} />}>
            <FailingConnections {...parts} />
          </Late>
        </Section>
        <Section title="Records by type and state" flush>
          <Late what="The numbers of records" fallback={<SkeletonRows rows={8} />}>
            <RecordMatrix actor={actor} />
          </Late>
        </Section>
        <Section
          title="Latest activity"
          flush
          actions={
            <LinkButton compact tone="ghost" href={routes.audit()}>
              Show all
            </LinkButton>
          }
        >
          <Late what="The latest activity" fallback={<SkeletonRows rows={6} />}>
            <LatestActivity {...parts} />
          </Late>
        </Section>
        <Section
          title="Latest records"
          flush
          actions={
            <LinkButton compact tone="ghost" href={routes.records()}>
              Show all
            </LinkButton>
          }
        >
          <Late what="The latest records" fallback={<SkeletonRows rows={6} />}>
            <LatestRecords {...parts} />
          </Late>
        </Section>
      </div>
    </>
  )
}
