'use client'

import { ActionButton } from '@/components/action-button'
import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import type { ExceptionRow } from '@/lib/batches/batch-dto'
import type { BatchDetail } from '@/lib/batches/queries'
import { isRecordVerb } from '@/lib/batches/verbs-schema'
import { formatCount } from '@/lib/format-number'
import { routes } from '@/lib/routes'
import { messagesText, reasonText, subjectsOf } from '../../_components/batch-words'
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

/** What a batch leaves as it is, how many for which reason, and how each is now. */
export function LeftAlone({ kind, batch, timeZone, mayChoose }: LeftAloneProps) {
  const locale = useLocale()
  const rows = batch.exceptions[kind]
  const since = kind === 'drifted' ? 'the preview' : batch.undoesId === null ? 'you looked' : 'the batch'
  const counts = kind === 'skipped' ? (batch.preview?.skipped ?? []) : []
  const total = kind === 'drifted' ? batch.drifted : counts.reduce((sum, { count }) => sum + count, 0)
  const { verb } = batch
  const subjects = subjectsOf(verb)
  const why = (reason: ExceptionRow['reason']) => reasonText(reason, since, verb)
  const columns: TableColumn<ExceptionRow>[] = [
    { id: 'subject', header: capitalised(subjects.one), phone: 'title', cell: (row) => <Subject row={row} /> },
    { id: 'reason', header: 'Why', cell: ({ reason }) => why(reason) },
    ...(kind === 'drifted' || batch.undoesId !== null ? [state('expected', 'Expected'), state('found', 'Found')] : []),
  ]
  function state(id: 'expected' | 'found', header: string): TableColumn<ExceptionRow> {
    return {
      id,
      header,
      cell: (row) => {
        if (row.reason === 'gone' && id === 'found') return 'Not there'
        if (row.connection) return messagesText(locale, row.connection, id)
        return isRecordVerb(verb) && <FieldValue verb={verb} value={row[id]} timeZone={timeZone} />
      },
    }
  }
  return (
    <Section
      title={kind === 'drifted' ? (isRecordVerb(verb) ? 'Drifted and left alone' : 'Drifted') : 'Left out'}
      note={
        <span suppressHydrationWarning>
          {counts.length > 0
            ? counts.map(({ reason, count }) => `${formatCount(locale, count, subjects)} ${why(reason)}`).join(', ')
            : formatCount(locale, total, subjects)}
        </span>
      }
      flush
    >
      <DataTable
        label={`${capitalised(subjects.other)} ${kind === 'drifted' ? 'that drifted' : 'left out'}`}
        columns={columns}
        rows={rows}
        getRowId={({ recordId }) => recordId}
        rowLabel={({ recordId, connection }) => connection?.endUser ?? recordId}
        selectionBar={
          mayChoose
            ? (chosen, clear) => (
                <ActionButton
                  compact
                  hint="They go back to what they were before the batch, even though they have changed since."
                  action={(key) =>
                    includeExceptionsAction(
                      { batchId: batch.id, recordIds: chosen.map(({ recordId }) => recordId) },
                      key,
                    )
                  }
                  outcome={({ included }) => ({
                    message: `Added ${formatCount(locale, included, subjects)} to the undo.`,
                    quiet: included === 0,
                  })}
                  onSuccess={clear}
                >
                  Undo these too
                </ActionButton>
              )
            : undefined
        }
        empty={<p className="p-4 text-sm text-ink-muted">All of them were added to the undo.</p>}
      />
      {total > rows.length && rows.length > 0 && (
        <p className="px-4 py-2.5 text-sm text-ink-muted">
          The first <NumberText value={rows.length} /> are listed.
        </p>
      )}
    </Section>
  )
}

function Subject({ row: { recordId, connection } }: { row: ExceptionRow }) {
  if (connection?.integration)
    return (
      <Link href={routes.connection(recordId)} prefetch={false} className="text-accent-text hover:underline">
        <bdi>{connection.integration}</bdi> of <bdi>{connection.endUser || '(empty)'}</bdi>
      </Link>
    )
  if (connection) return <bdi className="font-mono text-xs">{recordId}</bdi>
  return (
    <Link
      href={routes.record(recordId)}
      prefetch={false}
      className="font-mono text-xs text-accent-text hover:underline"
    >
      <bdi>{recordId}</bdi>
    </Link>
  )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
