'use client'

import { FilterBar } from '@/components/filter-bar/filter-bar'
import { CONNECTION_FIELDS } from '@/lib/connections/fields'
import { type ConnectionSearch, heldParameters } from '@/lib/connections/search-params'
import type { QueryProblem } from '@/lib/query/problem'
import { routes } from '@/lib/routes'

const EXAMPLES = [
  'issues:*',
  'name:GITHUB issues:"rate limit"',
  'connectionId:*@acme.com',
  '-lastSyncAt:* createdAt:<now-30d',
  'entity.type:CONTACT credential.type:OAUTH',
]

interface ConnectionFilterProps {
  search: ConnectionSearch
  problems: readonly QueryProblem[]
  /** The id of whoever looks. */
  viewer: string
}

/** The filter over connections; a new one begins at the first page and keeps the sort and the size. */
export function ConnectionFilter(props: ConnectionFilterProps) {
  return (
    <FilterBar
      value={props.search.q}
      path={routes.connections()}
      parameters={heldParameters(props.search)}
      problems={props.problems}
      fields={CONNECTION_FIELDS}
      examples={EXAMPLES}
      viewer={props.viewer}
      ask={routes.connectionValues}
    />
  )
}
