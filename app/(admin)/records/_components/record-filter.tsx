'use client'

import { FilterBar } from '@/components/filter-bar/filter-bar'
import type { QueryProblem } from '@/lib/query/problem'
import { RECORD_FIELDS } from '@/lib/records/fields'
import { fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'

const EXAMPLES = [
  'entityType:CONTACT status:ACTIVE',
  'data.email:*@acme.com',
  'data.amount:>=100 -data.phone:*',
  'createdAt:>now-7d (source:HUBSPOT OR source:GITHUB)',
  'connection.connectionId:acme-corp enrichmentStatus:FAILED',
]

interface RecordFilterProps {
  search: RecordSearch
  problems: readonly QueryProblem[]
  /** The id of whoever looks. */
  viewer: string
}

/** The filter over records; a new one begins at the first page and keeps the state, the sort and the columns. */
export function RecordFilter({ search, problems, viewer }: RecordFilterProps) {
  const { q: _, ...others } = recordQuery(fromFirstPage(search))
  const held = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return (
    <FilterBar
      value={search.q}
      path={routes.records()}
      parameters={Object.fromEntries(held)}
      problems={problems}
      fields={RECORD_FIELDS}
      examples={EXAMPLES}
      viewer={viewer}
      ask={routes.recordValues}
    />
  )
}
