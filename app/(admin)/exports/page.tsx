import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { RefreshWhile } from '@/components/refresh-while'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { listExports } from '@/lib/exports/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ExportsTable } from './_components/exports-table'

export const metadata: Metadata = { title: 'Exports' }

/** Files that were taken out, and what proves each of them to be whole. */
export default async function ExportsPage() {
  const actor = await requireActor('records:export')
  const [rows, timeZone] = await Promise.all([listExports(actor), viewerZone()])
  return (
    <>
      <PageHeader
        title="Exports"
        note={can(actor, 'users:manage') ? 'The newest exports of everyone.' : 'Your newest exports.'}
      />
      <RefreshWhile active={rows.some(({ state, kept }) => state === 'running' && kept !== null)} />
      <div className="min-w-0 rounded-lg border border-line bg-surface">
        <ExportsTable rows={rows} now={Date.now()} timeZone={timeZone} />
      </div>
    </>
  )
}
