'use client'

import { EmptyState } from '@/components/empty-state'
import { PeekPanel } from '@/components/peek/peek-panel'
import { usePeek } from '@/components/peek/use-peek'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { titleOf } from '@/lib/records/dto'
import { listQuery, type RecordSearch } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import { RecordData } from '../[recordId]/_components/record-data'
import { RecordFields } from '../[recordId]/_components/record-fields'
import { DeletionBadge, EnrichmentBadge, StatusBadge } from './record-badges'
import { RecordTitle } from './record-title'
import { RecordVerbs, type VerbsAllowed } from './record-verbs'
import { usePeekedRecord } from './use-peeked-record'

export interface PeekRecordProps {
  search: RecordSearch
  timeZone: string
  /** When the server drew the page, in milliseconds. */
  drawnAt: number
  verbs: VerbsAllowed
}

/** The record that is peeked at: its fields, what can be done with it, and its document. */
export function PeekRecord({ search, timeZone, drawnAt, verbs }: PeekRecordProps) {
  const { id } = usePeek()
  const { peeked, retry } = usePeekedRecord(id, drawnAt)
  if (id === null) return null
  const href = routes.record(id, listQuery(search))
  if (peeked?.kind !== 'record') {
    const isCurrent = peeked?.id === id
    return (
      <PeekPanel title={<bdi>{id}</bdi>} busy={!isCurrent}>
        {!isCurrent && <SkeletonRows rows={8} label="Loading the record" />}
        {isCurrent && peeked.kind === 'missing' && (
          <EmptyState
            level={3}
            title="There is no record with this id"
            text="It may have been removed for good, or the address is incomplete."
          />
        )}
        {isCurrent && peeked.kind === 'failed' && (
          <Alert tone="danger" title="The record could not be loaded.">
            <Button compact onClick={retry}>
              Try again
            </Button>
          </Alert>
        )}
      </PeekPanel>
    )
  }
  const { record } = peeked
  return (
    <PeekPanel
      title={<RecordTitle record={record} />}
      href={href}
      busy={record.id !== id}
      note={
        <>
          <DeletionBadge deletedAt={record.deletedAt} />
          <StatusBadge status={record.status} />
          <EnrichmentBadge status={record.enrichmentStatus} />
          <span className="ml-auto flex flex-wrap gap-2">
            <RecordVerbs
              records={[{ id: record.id, deletedAt: record.deletedAt }]}
              allowed={verbs}
              timeZone={timeZone}
              compact
            />
          </span>
        </>
      }
    >
      <span role="status" className="sr-only">
        Peek: {record.entityType} {titleOf(record).called}
      </span>
      <RecordFields record={record} timeZone={timeZone} />
      <section aria-label="Data" className="min-w-0 rounded-lg border border-line">
        <RecordData key={record.id} id={record.id} document={record.document} timeZone={timeZone} />
      </section>
    </PeekPanel>
  )
}
