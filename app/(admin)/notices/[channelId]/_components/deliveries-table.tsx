'use client'

import { ActionButton } from '@/components/action-button'
import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import type { DeliveryRow } from '@/lib/notices/dto'
import { deliveryWords } from '../../_components/channel-words'
import { sendAgainAction } from '../../actions'

interface Props {
  deliveries: readonly DeliveryRow[]
  /** Whether the channel sends anything at present. */
  sends: boolean
  now: number
  timeZone: string
}

/** What the channel was told, newest first, and what came of it. */
export function DeliveriesTable({ deliveries, sends, now, timeZone }: Props) {
  const columns: TableColumn<DeliveryRow>[] = [
    { id: 'what', header: 'Message', phone: 'title', maxWidth: '28rem', cell: ({ headline }) => <bdi>{headline}</bdi> },
    {
      id: 'state',
      header: 'State',
      phone: 'beside',
      cell: (row) => {
        const { word, tone } = deliveryWords(row)
        return (
          <Badge calm={tone === 'success'} tone={tone}>
            {word}
          </Badge>
        )
      },
    },
    {
      id: 'outcome',
      header: 'Answer',
      maxWidth: '20rem',
      cell: ({ outcome, nextAt }) => (
        <>
          {outcome ?? <span className="text-ink-muted">–</span>}
          {nextAt && (
            <span className="text-ink-muted">
              ; next try <RelativeTime iso={nextAt} timeZone={timeZone} now={now} />
            </span>
          )}
        </>
      ),
    },
    { id: 'tries', header: 'Tries', align: 'right', cell: ({ tries }) => <NumberText value={tries} /> },
    {
      id: 'at',
      header: 'Made',
      cell: ({ createdAt }) => <RelativeTime iso={createdAt} timeZone={timeZone} now={now} />,
    },
    { id: 'again', header: 'Actions', align: 'right', cell: (row) => <Again row={row} sends={sends} /> },
  ]
  return (
    <DataTable
      label="Messages to this channel"
      columns={columns}
      rows={deliveries}
      getRowId={({ id }) => id}
      empty={
        <EmptyState
          level={3}
          title="No messages yet"
          text="The first one is sent when a cause next changes in a way that this channel is told about. Try it now with Send test."
        />
      }
    />
  )
}

function Again({ row: { id, kind, state, outcome }, sends }: { row: DeliveryRow; sends: boolean }) {
  if (kind === 'test' || (state === 'due' && outcome === null)) return <span className="text-ink-muted">–</span>
  return (
    <ActionButton
      compact
      disabled={!sends}
      action={(key) => sendAgainAction({ messageId: id }, key)}
      outcome={() => ({ message: 'It is sent again, under the same id.' })}
    >
      {state === 'due' ? 'Send now' : 'Send again'}
    </ActionButton>
  )
}
