'use client'

import { FilterBar } from '@/components/filter-bar/filter-bar'
import { CAUSE_FIELDS } from '@/lib/issues/fields'
import { type CauseSearch, heldParameters } from '@/lib/issues/search-params'
import type { QueryProblem } from '@/lib/query/problem'
import { routes } from '@/lib/routes'

const EXAMPLES = ['state:reopened', 'integration:HUBSPOT', 'kind:"rate limit"', 'connections:>=5', '-assignee:*']

interface CauseFilterProps {
  search: CauseSearch
  problems: readonly QueryProblem[]
  /** The id of whoever looks. */
  viewer: string
}

/** The filter over causes; a new one begins at the first page and keeps the sort, the size and the view. */
export function CauseFilter(props: CauseFilterProps) {
  return (
    <FilterBar
      value={props.search.q}
      path={routes.issues()}
      parameters={heldParameters(props.search)}
      problems={props.problems}
      fields={CAUSE_FIELDS}
      examples={EXAMPLES}
      viewer={props.viewer}
      ask={routes.issueValues}
    />
  )
}
