'use client'

import { useState } from 'react'
import { ActionButton, type Outcome } from '@/components/action-button'
import { type JsonDocument, parseDocument } from '@/components/json-viewer/document'
import { JsonDiff } from '@/components/json-viewer/json-diff'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Link } from '@/components/ui/link'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { RecordDetail } from '@/lib/records/dto'
import type { RestoreOutcome } from '@/lib/records/restore'
import type { Result } from '@/lib/result'
import { routes } from '@/lib/routes'
import { DeletionBadge, EnrichmentBadge, StatusBadge } from './record-badges'
import { type PeekedRecord, usePeekedRecord } from './use-peeked-record'

interface TwinDialogProps {
  /** The pairs that a restoration came upon; never empty. */
  pairs: RestoreOutcome['twins']
  timeZone: string
  onClose: () => void
  /** Restores them all the same. */
  action: (key: string) => Promise<Result<RestoreOutcome>>
  outcome: (value: RestoreOutcome) => Outcome
  onSuccess: () => void
}

/** A deleted record and the live one with the same external id beside each other, before both are shown to the product. */
export function TwinDialog({ pairs, timeZone, onClose, action, outcome, onSuccess }: TwinDialogProps) {
  const [place, setPlace] = useState(0)
  const pair = pairs[Math.min(place, pairs.length - 1)]
  const [deleted, live] = [usePeekedRecord(pair?.id ?? null, 0), usePeekedRecord(pair?.twin ?? null, 0)]
  const records = new Set(pairs.map(({ id }) => id)).size
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title={records === 1 ? 'This record has a live twin' : `${records} of these records have a live twin`}
      description="A live record of the same entity has the same external id. Once the deleted one is restored, the product shows both."
    >
      {pairs.length > 1 && (
        <div className="mb-3 flex flex-wrap items-center gap-2 text-sm">
          <Button compact disabled={place === 0} onClick={() => setPlace(place - 1)}>
            Previous pair
          </Button>
          <span role="status">
            Pair <NumberText value={place + 1} /> of <NumberText value={pairs.length} />
          </span>
          <Button compact disabled={place === pairs.length - 1} onClick={() => setPlace(place + 1)}>
            Next pair
          </Button>
        </div>
      )}
      <Sides deleted={deleted.peeked} live={live.peeked} timeZone={timeZone} />
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave deleted</Button>
        <ActionButton tone="caution" action={action} outcome={outcome} onSuccess={onSuccess}>
          {records === 1 ? 'Restore beside its twin' : 'Restore all beside their twins'}
        </ActionButton>
      </div>
    </Dialog>
  )
}

function Sides({
  deleted,
  live,
  timeZone,
}: {
  deleted: PeekedRecord | null
  live: PeekedRecord | null
  timeZone: string
}) {
  'use memo'
  if (deleted === null || live === null) return <SkeletonRows rows={6} label="Loading both records" />
  if (deleted.kind !== 'record' || live.kind !== 'record')
    return <Alert tone="warning" title="One of the two could not be loaded. Close this and try again." />
  const sides = [deleted.record, live.record]
  const documents = sides.map(documentOf)
  const [left, right] = documents
  return (
    <div className="grid gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        {sides.map((record) => (
          <Side key={record.id} record={record} timeZone={timeZone} />
        ))}
      </div>
      {sides.some(({ document }) => document.kind === 'embedded' && document.masked.length > 0) && (
        <p className="text-sm text-ink-muted">
          Masked values are compared as they are shown: two that look the same may differ.
        </p>
      )}
      {left && right ? (
        <JsonDiff
          left={{ document: left, node: left.root }}
          right={{ document: right, node: right.root }}
          names={['Deleted', 'Live']}
        />
      ) : (
        <p className="text-sm text-ink-muted">Their data is too large to be compared here.</p>
      )}
    </div>
  )
}

function documentOf({ document }: RecordDetail): JsonDocument | null {
  return document.kind === 'embedded' ? parseDocument(document.text) : null
}

function Side({ record, timeZone }: { record: RecordDetail; timeZone: string }) {
  return (
    <section
      aria-label={record.deletedAt === null ? 'Live record' : 'Deleted record'}
      className="grid min-w-0 gap-1.5 rounded-lg border border-line p-3 text-sm"
    >
      <Link
        href={routes.record(record.id)}
        prefetch={false}
        target="_blank"
        className="truncate font-mono text-xs text-accent-text hover:underline"
      >
        {record.id}
      </Link>
      <span className="flex flex-wrap gap-x-3 gap-y-1">
        <DeletionBadge deletedAt={record.deletedAt} />
        <StatusBadge status={record.status} />
        <EnrichmentBadge status={record.enrichmentStatus} />
      </span>
      <span className="text-ink-muted">
        Created <RelativeTime iso={record.createdAt} timeZone={timeZone} />
      </span>
      {record.updatedAt && (
        <span className="text-ink-muted">
          Updated <RelativeTime iso={record.updatedAt} timeZone={timeZone} />
        </span>
      )}
    </section>
  )
}
