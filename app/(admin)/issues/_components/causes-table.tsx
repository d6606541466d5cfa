'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { SoftLink } from '@/components/soft-links'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import type { CauseListRow } from '@/lib/issues/dto'
import { type CauseSearch, type CauseView, causeQuery, fromFirstPage, withSort } from '@/lib/issues/search-params'
import { routes } from '@/lib/routes'
import { nextSort, sortOf } from '@/lib/table/sort'
import { CAUSE_WORDS } from './cause-words'
import { Trend } from './trend'

/** The verbs are fetched with the first selection. */
const CauseVerbs = partOnDemand(() => import('./cause-verbs').then((parts) => parts.CauseVerbs))

interface CausesTableProps {
  rows: CauseListRow[]
  search: CauseSearch
  timeZone: string
  now: number
  /** What the person may do to those that were ticked; null where nothing. */
  verbs: { people: readonly { id: string; email: string }[]; mayClear: boolean } | null
}

const DIRECTIONS = { asc: 'ascending', desc: 'descending' } as const

/** One row for each cause: what, for how many, where, since when, and who looks after it. */
export function CausesTable({ rows, search, timeZone, now, verbs }: CausesTableProps) {
  const locale = useLocale()
  const sort = (field: string): TableColumn<CauseListRow>['sort'] => {
    const present = sortOf(search.terms, field)
    return {
      href: routes.issues(withSort(search, nextSort(search.terms, field))),
      addHref: routes.issues(withSort(search, nextSort(search.terms, field, { keepOthers: true }))),
      direction: present ? DIRECTIONS[present.direction] : 'none',
      ...(present && search.terms.length > 1 && { place: present.place + 1 }),
    }
  }
  const columns: TableColumn<CauseListRow>[] = [
    {
      id: 'title',
      header: 'Cause',
      phone: 'title',
      maxWidth: '19rem',
      sort: sort('title'),
      cell: ({ id, title }) => (
        <SoftLink href={routes.issue(id)} className="cell-link font-medium" title={title}>
          <bdi>{title}</bdi>
        </SoftLink>
      ),
    },
    {
      id: 'state',
      header: 'State',
      phone: 'beside',
      cell: ({ state }) => <Badge tone={CAUSE_WORDS[state].tone}>{CAUSE_WORDS[state].word}</Badge>,
    },
    {
      id: 'connections',
      header: 'Connections',
      align: 'right',
      sort: sort('connections'),
      cell: ({ connections }) => <NumberText value={connections} />,
    },
    {
      id: 'trend',
      header: '14 days',
      phone: 'hidden',
      cell: ({ trend }) => <Trend days={trend} locale={locale} />,
    },
    {
      id: 'appearedAt',
      header: 'Last appeared',
      sort: sort('appearedAt'),
      cell: ({ appearedAt }) => <RelativeTime iso={appearedAt} timeZone={timeZone} now={now} />,
    },
    {
      id: 'integrations',
      header: 'Integrations',
      maxWidth: '12rem',
      cell: ({ integrations }) => <bdi title={integrations.join(', ')}>{integrations.join(', ')}</bdi>,
    },
    {
      id: 'firstSeenAt',
      header: 'First seen',
      phone: 'hidden',
      sort: sort('firstSeenAt'),
      cell: ({ firstSeenAt }) => <RelativeTime iso={firstSeenAt} timeZone={timeZone} now={now} />,
    },
    {
      id: 'assignee',
      header: 'Assigned to',
      maxWidth: '11rem',
      cell: ({ assigneeEmail }) =>
        assigneeEmail ? <bdi title={assigneeEmail}>{assigneeEmail}</bdi> : <span className="text-ink-muted">–</span>,
    },
  ]
  return (
    <DataTable
      label="Causes"
      columns={columns}
      rows={rows}
      getRowId={({ id }) => id}
      rowHref={({ id }) => routes.issue(id)}
      rowLabel={({ title }) => title}
      list={JSON.stringify([search.q, search.state])}
      selectionBar={
        verbs ? (selected, clear) => <CauseVerbs selected={selected} {...verbs} onDone={clear} /> : undefined
      }
      empty={<NoCauses search={search} />}
    />
  )
}

const NOTHING: Record<Exclude<CauseView, 'open'>, { title: string; text: string }> = {
  muted: {
    title: 'No cause is muted',
    text: 'Muting a cause keeps it out of sight until a date, or until another connection gets it. Muted causes are listed here.',
  },
  resolved: {
    title: 'No cause is resolved yet',
    text: 'A cause is resolved when no connection has it any more, by itself or because someone cleared it. It is kept here, and marked as reopened if it returns.',
  },
  all: {
    title: 'No issues have been seen yet',
    text: 'When syncs fail, their messages are grouped here by what they have in common, within a minute.',
  },
}

function NoCauses({ search }: { search: CauseSearch }) {
  if (search.after !== undefined || search.before !== undefined)
    return (
      <EmptyState
        title="No causes on this page"
        text="The causes that were here have changed since."
        action={<LinkButton href={routes.issues(causeQuery(fromFirstPage(search)))}>Go to the first page</LinkButton>}
      />
    )
  if (search.q !== '')
    return (
      <EmptyState
        title="No causes match"
        action={
          <LinkButton href={routes.issues(causeQuery(fromFirstPage(search, { q: '' })))}>Clear the filter</LinkButton>
        }
      />
    )
  if (search.state === 'open')
    return (
      <EmptyState
        title="No connection has an issue that needs you"
        text="Muted and resolved causes are kept in lists of their own."
      />
    )
  return <EmptyState {...NOTHING[search.state]} />
}
