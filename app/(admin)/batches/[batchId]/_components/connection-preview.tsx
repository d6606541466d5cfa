'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import type { ConnectionPreview as Preview } from '@/lib/batches/batch-dto'
import type { BatchVerb } from '@/lib/batches/verbs-schema'
import { formatCount, formatNumber } from '@/lib/format-number'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { subjectsOf } from '../../_components/batch-words'

type Integration = Preview['integrations'][number]
type Cause = Preview['causes'][number]
type Sample = Preview['sample'][number]

const MESSAGES = { one: 'message', other: 'messages' }

/** What a batch was prepared to do to connections: whose, of which causes, and a sample with the words of its messages. */
export function ConnectionPreview({ verb, preview }: { verb: BatchVerb; preview: Preview }) {
  const locale = useLocale()
  if (preview.integrations.length === 0) return null
  return (
    <>
      <Section
        title={verb === 'clear-issues' ? 'What it clears' : 'What it puts back'}
        note={
          <span suppressHydrationWarning>
            {formatCount(locale, preview.messages, MESSAGES)}
            {preview.keeping > 0 &&
              `; ${formatCount(locale, preview.keeping, subjectsOf(verb))} ${preview.keeping === 1 ? 'has' : 'have'} other issues, which stay`}
          </span>
        }
        flush
      >
        <DataTable
          label="Connections by integration"
          columns={INTEGRATIONS}
          rows={preview.integrations}
          getRowId={({ integration }) => integration ?? ''}
          empty={null}
        />
        <More count={preview.moreIntegrations} what="integrations" />
      </Section>
      {preview.causes.length > 0 && (
        <Section title="Causes" flush>
          <DataTable
            label="Connections by cause"
            columns={CAUSES}
            rows={preview.causes}
            getRowId={({ causeId }) => causeId}
            rowHref={({ causeId }) => routes.issue(causeId)}
            empty={null}
          />
          <More count={preview.moreCauses} what="causes" />
        </Section>
      )}
      <Section title="A sample" flush>
        <DataTable
          label="A sample of the connections"
          columns={sampleColumns(locale)}
          rows={preview.sample}
          getRowId={({ id }) => id}
          rowHref={({ id }) => routes.connection(id)}
          empty={null}
        />
      </Section>
    </>
  )
}

function More({ count, what }: { count: number; what: string }) {
  if (count === 0) return null
  return (
    <p className="px-4 py-2.5 text-sm text-ink-muted">
      And <NumberText value={count} /> {what} with fewer.
    </p>
  )
}

const INTEGRATIONS: readonly TableColumn<Integration>[] = [
  {
    id: 'integration',
    header: 'Integration',
    phone: 'title',
    cell: ({ integration }) =>
      integration === null ? (
        <span className="text-ink-muted">Unknown</span>
      ) : (
        <Link
          href={routes.connections({ q: `${termText('name', integration)} issues:*` })}
          prefetch={false}
          className="text-accent-text hover:underline"
        >
          <bdi>{integration}</bdi>
        </Link>
      ),
  },
  {
    id: 'connections',
    header: 'Connections',
    align: 'right',
    cell: ({ connections }) => <NumberText value={connections} />,
  },
  { id: 'messages', header: 'Messages', align: 'right', cell: ({ messages }) => <NumberText value={messages} /> },
]

const CAUSES: readonly TableColumn<Cause>[] = [
  {
    id: 'title',
    header: 'Cause',
    phone: 'title',
    maxWidth: '32rem',
    cell: ({ causeId, title }) => (
      <Link
        href={routes.issue(causeId)}
        prefetch={false}
        className="block truncate text-accent-text hover:underline"
        title={title}
      >
        <bdi>{title || '(empty)'}</bdi>
      </Link>
    ),
  },
  {
    id: 'connections',
    header: 'Connections',
    align: 'right',
    cell: ({ connections }) => <NumberText value={connections} />,
  },
]

function sampleColumns(locale: string): TableColumn<Sample>[] {
  return [
    {
      id: 'connection',
      header: 'Connection',
      phone: 'title',
      cell: ({ id, integration, endUser }) => (
        <Link href={routes.connection(id)} prefetch={false} className="text-accent-text hover:underline">
          <bdi>{integration}</bdi> of <bdi>{endUser || '(empty)'}</bdi>
        </Link>
      ),
    },
    {
      id: 'messages',
      header: 'Messages',
      maxWidth: '32rem',
      cell: ({ messages, first }) => (
        <span className="flex min-w-0 gap-2" title={first ?? undefined}>
          <span dir="auto" className="min-w-0 truncate text-left">
            {first || '(empty)'}
          </span>
          {messages > 1 && (
            <span className="shrink-0 text-ink-muted" suppressHydrationWarning>
              and {formatNumber(locale, messages - 1)} more
            </span>
          )}
        </span>
      ),
    },
  ]
}
