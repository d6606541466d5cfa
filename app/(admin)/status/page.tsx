import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { RelativeTime } from '@/components/relative-time'
import { Alert } from '@/components/ui/alert'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/actor'
import { instanceStatus } from '@/lib/status/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { Essentials } from './_components/essentials'
import { QueriesTable } from './_components/queries-table'
import { RoutesTable } from './_components/routes-table'
import { VerbsTable } from './_components/verbs-table'
import { WorkTable } from './_components/work-table'

export const metadata: Metadata = { title: 'Status' }

const TROUBLE = {
  stopping: 'This instance is about to stop, and is sent nothing new.',
  'database-unreachable': 'The database does not answer.',
  'migrations-not-applied': 'The schema mastra_admin is not up to date. Run: npm run admin -- db migrate',
  'queue-stalled': 'The workers of this instance have not looked for work for more than a minute. Restart it.',
} as const

/** What whoever has no Prometheus needs to know: how this instance and its database are, and what takes the time. */
export default async function StatusPage() {
  const actor = await requireActor('status:read')
  const [status, timeZone] = await Promise.all([instanceStatus(actor), viewerZone()])
  const trouble = status.readiness === 'ready' ? undefined : TROUBLE[status.readiness]
  return (
    <>
      <PageHeader
        title="Status"
        note={
          <span>
            Of the instance that answered, which started{' '}
            <RelativeTime iso={status.startedAt} timeZone={timeZone} now={Date.now()} />
          </span>
        }
      />
      <div className="grid gap-4">
        {trouble && <Alert tone="danger" title={trouble} />}
        <Essentials status={status} />
        <Section title="Work in the background" flush>
          <WorkTable watchers={status.watchers} queues={status.queues} />
        </Section>
        <Section title="Requests" note="Those that took most of the time together" flush>
          <RoutesTable routes={status.routes} />
        </Section>
        <Section title="Changes" note="What people asked for, and what came of it" flush>
          <VerbsTable verbs={status.verbs} />
        </Section>
        <Section title="Statements" note="What Postgres was asked, most time together first" flush>
          <QueriesTable queries={status.queries} />
        </Section>
      </div>
    </>
  )
}
