'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import type { ExportRow } from '@/lib/exports/manifest-dto'
import { routes } from '@/lib/routes'
import { ExportFile } from './export-file'

const STATES = {
  running: { word: 'In progress', tone: 'info' },
  whole: { word: 'Complete', tone: 'success' },
  broken: { word: 'Interrupted', tone: 'danger' },
} as const

interface Props {
  rows: readonly ExportRow[]
  /** Milliseconds of the epoch, by the server's clock. */
  now: number
  timeZone: string
}

/** Exports, newest first; a file that was made in the background can be fetched for a while. */
export function ExportsTable({ rows, now, timeZone }: Props) {
  const none = <span className="text-ink-muted">–</span>
  const columns: TableColumn<ExportRow>[] = [
    {
      id: 'what',
      header: 'What',
      phone: 'title',
      cell: ({ table, format }) => `${table}, ${format.toUpperCase()}`,
    },
    {
      id: 'state',
      header: 'State',
      phone: 'beside',
      cell: ({ state }) => <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>,
    },
    {
      id: 'rows',
      header: 'Rows',
      align: 'right',
      cell: ({ manifest }) =>
        manifest ? (
          <span>
            {manifest.filter.newest && <span className="text-ink-muted">newest </span>}
            <NumberText value={manifest.rows} />
          </span>
        ) : (
          none
        ),
    },
    {
      id: 'filter',
      header: 'Filter',
      maxWidth: '16rem',
      cell: ({ manifest }) =>
        manifest?.filter.q ? <bdi className="font-mono text-xs">{manifest.filter.q}</bdi> : none,
    },
    { id: 'who', header: 'Who', cell: ({ actorEmail }) => <bdi>{actorEmail}</bdi> },
    {
      id: 'at',
      header: 'Started',
      cell: ({ startedAt }) => <RelativeTime iso={startedAt} timeZone={timeZone} now={now} />,
    },
    { id: 'file', header: 'File', cell: (row) => <ExportFile row={row} now={now} timeZone={timeZone} /> },
    {
      id: 'manifest',
      header: 'Proof',
      cell: ({ id, manifest }) =>
        manifest ? (
          <a href={routes.exportManifest(id)} download className="text-accent-text hover:underline">
            Manifest
          </a>
        ) : (
          none
        ),
    },
  ]
  return (
    <DataTable
      label="Exports"
      columns={columns}
      rows={rows}
      getRowId={({ id }) => id}
      empty={
        <EmptyState
          title="No exports yet"
          text="Export on a list saves every row that matches, as of one moment. The file and its proof are then listed here."
          action={<LinkButton href={routes.records()}>Go to the records</LinkButton>}
        />
      }
    />
  )
}
