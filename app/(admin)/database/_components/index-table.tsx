'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { Badge } from '@/components/ui/badge'
import { formatBytes } from '@/lib/format-bytes'
import { formatCount, formatNumber } from '@/lib/format-number'
import type { IndexRow } from '@/lib/indexes/dto'
import { IndexVerbs } from './index-verbs'

const FILTERS = { one: 'filter', other: 'filters' }

/** Every index that helps, with what it would take or takes. */
export function IndexTable({
  indexes,
  noTrigrams,
  owned,
}: {
  indexes: readonly IndexRow[]
  noTrigrams: boolean
  owned: boolean
}) {
  const locale = useLocale()
  const columns: TableColumn<IndexRow>[] = [
    {
      id: 'name',
      header: 'Index',
      phone: 'title',
      maxWidth: '20rem',
      cell: ({ name }) => <span className="font-mono text-xs">{name}</span>,
    },
    { id: 'state', header: 'State', cell: (index) => <IndexState index={index} /> },
    {
      id: 'size',
      header: 'Size',
      align: 'right',
      cell: ({ actual, expected }) =>
        actual ? formatBytes(locale, actual.bytes) : expected ? `~${formatBytes(locale, expected.bytes)}` : '—',
    },
    {
      id: 'time',
      header: 'Time to build',
      align: 'right',
      cell: ({ expected }) => (expected ? `~${duration(locale, expected.seconds)}` : '—'),
    },
    {
      id: 'scans',
      header: 'Used',
      align: 'right',
      cell: ({ actual }) => (actual ? <NumberText value={actual.scans} /> : '—'),
    },
    {
      id: 'uses',
      header: 'Filters it serves',
      align: 'right',
      cell: ({ uses }) => (uses === null ? '—' : <NumberText value={uses} />),
    },
    {
      id: 'helps',
      header: 'What it helps, and what it costs',
      maxWidth: '34rem',
      phone: 'line',
      cell: ({ helps, price }) => (
        <span className="block whitespace-normal">
          {helps} <span className="text-ink-muted">{price}</span>
        </span>
      ),
    },
    {
      id: 'verbs',
      header: 'Actions',
      align: 'right',
      cell: (index) => (
        <IndexVerbs index={index} cannotBuild={noTrigrams && index.name.endsWith('_search')} owned={owned} />
      ),
    },
  ]
  return (
    <DataTable
      label="Indexes that help"
      columns={columns}
      rows={indexes}
      getRowId={({ name }) => name}
      empty={<EmptyState title="No index is known to help" />}
    />
  )
}

/** What state it is in, and while it is not built whether it is worth building, and why. */
function IndexState({ index }: { index: IndexRow }) {
  const locale = useLocale()
  const { advice, rows, table, uses } = index
  return (
    <span className="inline-grid justify-items-start gap-1">
      {advice === 'recommended' ? <Badge tone="accent">Recommended</Badge> : <StateBadge index={index} />}
      {advice === 'recommended' && (
        <span className="max-w-32 whitespace-normal text-xs text-ink-muted">
          Not built; {formatCount(locale, uses ?? 0, FILTERS)} would have used it
        </span>
      )}
      {advice === 'not-needed' && (
        <span className="max-w-32 whitespace-normal text-xs text-ink-muted">
          Not needed at ~{formatNumber(locale, rows)} {table}
        </span>
      )}
    </span>
  )
}

function StateBadge({ index: { state, progress } }: { index: IndexRow }) {
  switch (state) {
    case 'ready':
      return (
        <Badge calm tone="success">
          Ready
        </Badge>
      )
    case 'building':
      return (
        <span className="inline-flex items-center gap-2">
          <Badge tone="info">{progress?.phase ?? 'Building'}</Badge>
          <progress className="h-1.5 w-16 accent-accent" aria-label="Building" max={1} value={progress?.share ?? 0} />
        </span>
      )
    case 'invalid':
      return <Badge tone="danger">Interrupted</Badge>
    case 'absent':
      return <Badge calm>Not built</Badge>
  }
}

/** Seconds below two minutes, else minutes. */
function duration(locale: string, seconds: number): string {
  return seconds < 120
    ? `${formatNumber(locale, Math.ceil(seconds))} s`
    : `${formatNumber(locale, Math.round(seconds / 60))} min`
}
