import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { requireActor } from '@/lib/auth/actor'
import { routes } from '@/lib/routes'
import { viewer } from '@/lib/time/viewer'
import { Card } from './_components/card'
import { FailingConnections } from './_components/failing-connections'
import { FAILING } from './_components/failing-figure'
import { Figures } from './_components/figures'
import { LatestActivity } from './_components/latest-activity'
import { LatestRecords } from './_components/latest-records'
import { OpenCauses } from './_components/open-causes'
import { RecordMatrix } from './_components/record-matrix'

export const metadata: Metadata = { title: 'Overview' }

/** What needs attention now. Each part comes when it is ready, and fails by itself. */
export default async function OverviewPage() {
  const parts = { actor: await requireActor('records:read'), viewer: await viewer() }
  return (
    <>
      <PageHeader title="Overview" />
      <Figures {...parts} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="min-w-0 xl:col-span-2">
          <Card title="Open causes" what="The causes of issues" all={routes.issues()}>
            <OpenCauses {...parts} />
          </Card>
        </div>
        <Card title="Most issues" what="The connections with issues" all={routes.connections({ q: FAILING })}>
          <FailingConnections {...parts} />
        </Card>
        <Card title="Records by type and state" what="The numbers of records">
          <RecordMatrix actor={parts.actor} />
        </Card>
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
