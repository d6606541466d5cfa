import type { Metadata } from 'next'
import { CountText } from '@/components/count-text'
import { PageHeader } from '@/components/page-header'
import { RefreshWhile } from '@/components/refresh-while'
import { Alert } from '@/components/ui/alert'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/actor'
import { indexPlan } from '@/lib/indexes/queries'
import { triggerPlan } from '@/lib/triggers/queries'
import { IndexTable } from './_components/index-table'
import { OtherIndexes } from './_components/other-indexes'
import { OwnerNote } from './_components/owner-command'
import { TriggerTable } from './_components/trigger-table'

export const metadata: Metadata = { title: 'Database' }

/** Which indexes and triggers help on this database, what each costs, and the way to add or drop it. */
export default async function DatabasePage() {
  const actor = await requireActor('indexes:manage')
  const [{ rows, indexes, others, noTrigrams, owned }, triggers] = await Promise.all([
    indexPlan(actor),
    triggerPlan(actor),
  ])
  return (
    <>
      <PageHeader
        title="Database"
        note={
          <span>
            <CountText count={{ kind: 'estimate', value: rows.records }} one="record" many="records" />,{' '}
            <CountText count={{ kind: 'estimate', value: rows.connections }} one="connection" many="connections" />
          </span>
        }
      />
      <RefreshWhile active={indexes.some(({ state }) => state === 'building')} />
      <div className="grid gap-4">
        {noTrigrams && (
          <Alert tone="warning" title={`${noTrigrams} Words cannot be indexed; they are searched newest first.`} />
        )}
        <Section title="Indexes that help" flush>
          <p className="px-4 py-3 text-sm text-ink-muted">
            Everything works without them, only more slowly. Each is built beside Mastra’s own, without holding up its
            writes, and can be dropped at any time.
          </p>
          <OwnerNote owned={owned} example="db index add <name>" />
          <IndexTable indexes={indexes} noTrigrams={noTrigrams !== null} owned={owned} />
        </Section>
        <Section title="Triggers that help" flush>
          <p className="px-4 py-3 text-sm text-ink-muted">
            Without them the app checks for changes once a minute. Each is on Mastra’s table only as long as you want it
            there.
          </p>
          <OwnerNote owned={owned} example="db trigger add <name>" />
          <TriggerTable triggers={triggers} owned={owned} />
        </Section>
        <Section title="Indexes of Mastra and others" flush>
          <OtherIndexes indexes={others} />
        </Section>
      </div>
    </>
  )
}
