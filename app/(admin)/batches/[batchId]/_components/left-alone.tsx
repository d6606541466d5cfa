'use client'

import Link from 'next/link'
import { ActionButton } from '@/components/action-button'
import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { Section } from '@/components/ui/section'
import type { ExceptionRow } from '@/lib/batches/batch-dto'
import type { BatchDetail } from '@/lib/batches/queries'
import { formatCount } from '@/lib/format-number'
import { routes } from '@/lib/routes'
import { RECORDS, reasonText } from '../../_components/batch-words'
import { includeExceptionsAction } from '../../actions'
import { FieldValue } from './field-value'

interface LeftAloneProps {
  /** Left out when the batch was prepared, or found to have drifted when it came to them. */
  kind: 'skipped' | 'drifted'
  batch: BatchDetail
  timeZone: string
  /** Whether those that changed since may be taken in after all. */
  mayChoose: boolean
}

/** The records that a batch leaves as they are, how many for which reason, and what they are now. */
export function LeftAlone({ kind, batch, timeZone, mayChoose }: LeftAloneProps) {
  const locale = useLocale()
  const rows = batch.exceptions[kind]
  const since = kind === 'drifted' ? 'the preview' : batch.undoesId === null ? 'you looked' : 'the batch'
  const counts = kind === 'skipped' ? (batch.preview?.skipped ?? []) : []
  const total = kind === 'drifted' ? batch.drifted : counts.reduce((sum, { count }) => sum + count, 0)
  const columns: TableColumn<ExceptionRow>[] = [
    {
      id: 'record',
      header: 'Record',
      phone: 'title',
      cell: ({ recordId }) => (
        <Link
          href={routes.record(recordId)}
          prefetch={false}
          className="font-mono text-xs text-accent-text hover:underline"
        >
          <bdi>{recordId}</bdi>
        </Link>
      ),
    },
    { id: 'reason', header: 'Why', cell: ({ reason }) => reasonText(reason, since) },
    ...(kind === 'drifted' || batch.undoesId !== null
      ? [state('expected', 'Was expected'), state('found', 'Found')]
      : []),
  ]
  function state(id: 'expected' | 'found', header: string): TableColumn<ExceptionRow> {
    return {
      id,
      header,
      cell: (row) =>
        row.reason === 'gone' && id === 'found' ? (
          'Not there'
        ) : (
          <FieldValue verb={batch.verb} value={row[id]} timeZone={timeZone} />
        ),
    }
  }
  return (
    <Section
      title={kind === 'drifted' ? 'Drifted and left alone' : 'Left out'}
      note={
        <span suppressHydrationWarning>
          {counts.length > 0
            ? counts
                .map(({ reason, count }) => `${formatCount(locale, count, RECORDS)} ${reasonText(reason, since)}`)
                .join(', ')
            : formatCount(locale, total, RECORDS)}
        </span>
      }
      flush
    >
      <DataTable
        label={kind === 'drifted' ? 'Records that drifted' : 'Records left out'}
        columns={columns}
        rows={rows}
        getRowId={({ recordId }) => recordId}
        rowLabel={({ recordId }) => recordId}
        selectionBar={
          mayChoose
            ? (chosen, clear) => (
                <ActionButton
                  compact
                  hint="They become what they were before the batch, although they changed since."
                  action={() =>
                    includeExceptionsAction({ batchId: batch.id, recordIds: chosen.map(({ recordId }) => recordId) })
                  }
                  outcome={({ included }) => ({
                    message: `Took ${formatCount(locale, included, RECORDS)} into the undo.`,
                    quiet: included === 0,
                  })}
                  onSuccess={clear}
                >
                  Put back too
                </ActionButton>
              )
            : undefined
        }
        empty={<p className="p-4 text-sm text-ink-muted">All of them were taken in.</p>}
      />
      {total > rows.length && rows.length > 0 && (
        <p className="px-4 py-2.5 text-sm text-ink-muted">
          The first <NumberText value={rows.length} /> are listed.
        </p>
      )}
    </Section>
  )
}
