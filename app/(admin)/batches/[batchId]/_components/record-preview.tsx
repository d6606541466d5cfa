'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { Alert } from '@/components/ui/alert'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import type { BatchRow, RecordPreview as Preview } from '@/lib/batches/batch-dto'
import type { RecordVerb } from '@/lib/batches/verbs-schema'
import { formatNumber, pluralOf } from '@/lib/format-number'
import { routes } from '@/lib/routes'
import { FieldValue } from './field-value'

type Group = Preview['groups'][number]
type Sample = Preview['sample'][number]

interface RecordPreviewProps {
  state: BatchRow['state']
  verb: RecordVerb
  preview: Preview
  timeZone: string
}

/** What a batch was prepared to do to records: how many of what, a sample, and what the behaviour of syncs means for it. */
export function RecordPreview({ state, verb, preview, timeZone }: RecordPreviewProps) {
  const locale = useLocale()
  if (preview.groups.length === 0) return null
  return (
    <>
      {state === 'ready' && preview.synced > 0 && (
        <Alert
          tone="warning"
          title={`A sync may still write to ${formatNumber(locale, preview.synced)} of these records.`}
        >
          It can change their data at any time, even when they are deleted, but never what this batch changes.
        </Alert>
      )}
      {state === 'ready' && preview.liveTwins > 0 && (
        <Alert
          tone="warning"
          title={`${formatNumber(locale, preview.liveTwins)} of these records ${pluralOf(preview.liveTwins, { one: 'has', other: 'have' })} a live twin.`}
        >
          Another live record has the same entity and external id; a twin that is not in this batch stays in the
          product.
        </Alert>
      )}
      <Section title="What it changes" flush>
        <DataTable
          label="Records by connection, entity type and state"
          columns={GROUPS}
          rows={preview.groups}
          getRowId={(group) => JSON.stringify([group.connectionId, group.entityType, group.state])}
          empty={null}
        />
        {preview.moreGroups > 0 && (
          <p className="px-4 py-2.5 text-sm text-ink-muted">
            And <NumberText value={preview.moreGroups} /> smaller groups.
          </p>
        )}
      </Section>
      <Section title="A sample" flush>
        <DataTable
          label="A sample of the records"
          columns={sampleColumns(verb, timeZone)}
          rows={preview.sample}
          getRowId={({ id }) => id}
          rowHref={({ id }) => routes.record(id)}
          empty={null}
        />
      </Section>
    </>
  )
}

const GROUPS: readonly TableColumn<Group>[] = [
  {
    id: 'connection',
    header: 'Connection',
    phone: 'title',
    cell: ({ connection, endUser, connectionId }) =>
      connectionId === null ? (
        <span className="text-ink-muted">None</span>
      ) : (
        <Link href={routes.connection(connectionId)} prefetch={false} className="text-accent-text hover:underline">
          <bdi>{connection}</bdi> of <bdi>{endUser || '(empty)'}</bdi>
        </Link>
      ),
  },
  { id: 'entityType', header: 'Entity type', cell: ({ entityType }) => <bdi>{entityType}</bdi> },
  { id: 'state', header: 'State', cell: ({ state }) => state },
  { id: 'count', header: 'Records', align: 'right', cell: ({ count }) => <NumberText value={count} /> },
]

function sampleColumns(verb: RecordVerb, timeZone: string): TableColumn<Sample>[] {
  return [
    {
      id: 'record',
      header: 'Record',
      phone: 'title',
      cell: ({ id, externalId, entityType }) => (
        <Link href={routes.record(id)} prefetch={false} className="text-accent-text hover:underline">
          <bdi>{entityType}</bdi> <bdi>{externalId ?? id}</bdi>
        </Link>
      ),
    },
    { id: 'from', header: 'Is', cell: ({ from }) => <FieldValue verb={verb} value={from} timeZone={timeZone} /> },
    { id: 'to', header: 'Becomes', cell: ({ to }) => <FieldValue verb={verb} value={to} timeZone={timeZone} /> },
  ]
}
