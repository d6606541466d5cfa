'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { Badge } from '@/components/ui/badge'
import type { Queue } from '@/lib/db/queues'
import { formatCount } from '@/lib/format-number'
import type { Pulse } from '@/lib/server/heartbeat'

const WORDS = {
  batches: 'Batches',
  exports: 'Exports in the background',
  health: 'Watch over health',
  issues: 'Watch over issues',
  notices: 'Notices',
} as const
/** The queue that each of them takes its work from. */
const QUEUES = { batches: 'batches', exports: 'exports', notices: 'notices', issues: 'changes', health: null } as const

interface Props {
  watchers: readonly Pulse[]
  /** Null when the database did not answer. */
  queues: readonly Queue[] | null
}

/** What this instance does in the background: when each last looked, and what waits for it and its like. */
export function WorkTable({ watchers, queues }: Props) {
  const locale = useLocale()
  const none = <span className="text-ink-muted">–</span>
  const waiting = ({ watcher }: Pulse) => queues?.find(({ queue }) => queue === QUEUES[watcher])
  const seconds = (value: number) => formatCount(locale, Math.floor(value), { one: 'second', other: 'seconds' })
  const columns: TableColumn<Pulse>[] = [
    { id: 'what', header: 'Work', phone: 'title', cell: ({ watcher }) => WORDS[watcher] },
    {
      id: 'state',
      header: 'State',
      phone: 'beside',
      cell: ({ lastFault, looking }) => (
        <Badge calm tone={lastFault ? 'danger' : 'success'}>
          {lastFault ? 'Its last run failed' : looking ? 'Working' : 'Waiting for work'}
        </Badge>
      ),
    },
    { id: 'looked', header: 'Last run', align: 'right', cell: (pulse) => `${seconds(pulse.seconds)} ago` },
    {
      id: 'waiting',
      header: 'Waiting',
      align: 'right',
      cell: (pulse) => {
        const queue = waiting(pulse)
        return queue ? <NumberText value={queue.depth} /> : none
      },
    },
    {
      id: 'oldest',
      header: 'Oldest due for',
      align: 'right',
      cell: (pulse) => {
        const queue = waiting(pulse)
        return queue && queue.depth > 0 && queue.queue !== 'changes' ? seconds(queue.age) : none
      },
    },
  ]
  return (
    <DataTable
      label="What is done in the background"
      columns={columns}
      rows={watchers}
      getRowId={({ watcher }) => watcher}
      empty={<EmptyState title="Nothing runs in the background yet" />}
    />
  )
}
