import type { Route } from 'next'
import type { ReactNode } from 'react'
import { RelativeTime } from '@/components/relative-time'
import { SoftLink } from '@/components/soft-links'
import { type Narrowing, narrow } from '@/lib/query/narrowing'
import { termText } from '@/lib/query/term-text'
import type { SystemColumn } from '@/lib/records/columns'
import type { RecordRow } from '@/lib/records/dto'
import { fromFirstPage, listQuery, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import { DataPreview } from './data-preview'
import { EnrichmentBadge, StatusBadge } from './record-badges'

export interface CellContext {
  search: RecordSearch
  /** The filter of the list. */
  narrowing: Narrowing
  timeZone: string
  now: number
}

/** What a record has in a column of its own, each telling value narrowing the filter to it. */
export function recordCell(name: SystemColumn, row: RecordRow, context: CellContext): ReactNode {
  const { search, timeZone, now } = context
  const time = (iso: string | null) =>
    iso === null ? <None /> : <RelativeTime iso={iso} timeZone={timeZone} now={now} />
  const filter = (field: string, value: string) => <FilterLink context={context} field={field} value={value} />
  switch (name) {
    case 'id':
      return (
        <SoftLink
          href={routes.record(row.id, listQuery(search))}
          title={row.id}
          className="cell-link font-mono text-xs text-accent-text"
        >
          {row.id}
        </SoftLink>
      )
    case 'entityType':
      return filter('entityType', row.entityType)
    case 'externalId':
      return row.externalId === null ? (
        <None />
      ) : (
        <span className="font-mono text-xs">{filter('externalId', row.externalId)}</span>
      )
    case 'source':
      return filter('source', row.source)
    case 'status':
      return (
        <CellLink href={narrowed(context, termText('status', row.status))}>
          <StatusBadge status={row.status} />
        </CellLink>
      )
    case 'enrichmentStatus':
      return (
        <CellLink href={narrowed(context, termText('enrichmentStatus', row.enrichmentStatus))}>
          <EnrichmentBadge status={row.enrichmentStatus} />
        </CellLink>
      )
    case 'connection.name':
      return row.connection ? filter('connection.name', row.connection.name) : <None />
    case 'connection.connectionId':
      return row.connection ? (
        <CellLink href={routes.connection(row.connection.id)}>
          <bdi>{row.connection.connectionId}</bdi>
        </CellLink>
      ) : (
        <None />
      )
    case 'createdAt':
      return time(row.createdAt)
    case 'updatedAt':
      return time(row.updatedAt)
    case 'deletedAt':
      return time(row.deletedAt)
    case 'data':
      return row.preview ? <DataPreview preview={row.preview} /> : <None />
  }
}

// Most values of a page are the same few, and writing an address takes longer than all else of a cell.
const narrower = new WeakMap<RecordSearch, Map<string, Route>>()

/** The first page of the list with one more term. */
export function narrowed({ search, narrowing }: CellContext, term: string): Route {
  const known = narrower.get(search) ?? new Map<string, Route>()
  narrower.set(search, known)
  const href = known.get(term) ?? routes.records(recordQuery(fromFirstPage(search, { q: narrow(narrowing, term) })))
  known.set(term, href)
  return href
}

function FilterLink({ context, field, value }: { context: CellContext; field: string; value: string }) {
  return (
    <CellLink href={narrowed(context, termText(field, value))} title={`Only ${value}`}>
      <bdi>{value}</bdi>
    </CellLink>
  )
}

function CellLink({ href, title, children }: { href: Route; title?: string; children: ReactNode }) {
  return (
    <SoftLink href={href} inPlace title={title} className="cell-link">
      {children}
    </SoftLink>
  )
}

function None() {
  return <span className="text-ink-muted">—</span>
}
