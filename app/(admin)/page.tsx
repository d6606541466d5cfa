import type { Metadata } from 'next'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { Section } from '@/components/ui/section'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { helpShown } from '@/lib/preferences/queries'
import { routes } from '@/lib/routes'
import { viewer } from '@/lib/time/viewer'
import { AttentionList } from './_components/attention-list'
import { Card } from './_components/card'
import { FailingConnections } from './_components/failing-connections'
import { FAILING } from './_components/failing-figure'
import { Figures } from './_components/figures'
import { IntegrationsTable } from './_components/integrations-table'
import { LatestActivity } from './_components/latest-activity'
import { LatestRecords } from './_components/latest-records'
import { RecordMatrix } from './_components/record-matrix'
import { TourCard } from './_components/tour-card'
import { TOUR, tourStep } from './_components/tour-steps'
import { ActivityTrend, CausesTrend } from './_components/trends'
import { TryAsking } from './_components/try-asking'

export const metadata: Metadata = { title: 'Overview' }

interface Props {
  searchParams: Promise<{ tour?: string | string[] }>
}

/** What needs attention now. Each part comes when it is ready, and fails by itself. */
export default async function OverviewPage({ searchParams }: Props) {
  const parts = { actor: await requireActor('records:read'), viewer: await viewer() }
  const [help, { tour }] = await Promise.all([helpShown(parts.actor), searchParams])
  const step = tourStep(tour) ?? (help.has('tour') ? 1 : null)
  const asks = help.has('questions') || (step !== null && TOUR[step - 1]?.place === 'questions')
  return (
    <>
      <PageHeader title="Overview" />
      <div className="mb-4 flex flex-col gap-4 empty:hidden">
        <TourCard place="start" step={step} />
        <TourCard place="questions" step={step} />
        {asks && <TryAsking actor={parts.actor} />}
      </div>
      <Figures {...parts} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <TourCard place="attention" step={step} />
        <div className="min-w-0 xl:col-span-2">
          <Card title="Needs attention" what="What needs attention" all={routes.issues()}>
            <AttentionList {...parts} />
          </Card>
        </div>
        <Section title="Open causes">
          <div className="min-h-40">
            <Late what="The chart of open causes" fallback={<Skeleton className="h-28" />}>
              <CausesTrend {...parts} />
            </Late>
          </div>
        </Section>
        <Section title="Records created">
          <div className="min-h-40">
            <Late what="The chart of records" fallback={<Skeleton className="h-28" />}>
              <ActivityTrend {...parts} />
            </Late>
          </div>
        </Section>
        <TourCard place="integrations" step={step} />
        <div className="min-w-0 xl:col-span-2">
          <Section title="Integrations" flush>
            <div className="min-h-76">
              <Late what="The comparison of integrations" fallback={<SkeletonRows rows={8} line="h-9" />}>
                <IntegrationsTable {...parts} />
              </Late>
            </div>
          </Section>
        </div>
        <Card title="Most issues" what="The connections with issues" all={routes.connections({ q: FAILING })}>
          <FailingConnections {...parts} />
        </Card>
        <Card title="Records by type and state" what="The numbers of records">
          <RecordMatrix {...parts} />
        </Card>
        <TourCard place="activity" step={step} />
        <Card title="Latest activity" what="The latest activity" all={routes.audit()}>
          <LatestActivity {...parts} />
        </Card>
        <Card title="Latest records" what="The latest records" all={routes.records()}>
          <LatestRecords {...parts} />
        </Card>
      </div>
    </>
  )
}
