'use client'

import { FilterBar } from '@/components/filter-bar/filter-bar'
import { AUDIT_FIELDS } from '@/lib/audit/fields'
import { type AuditSearch, heldParameters } from '@/lib/audit/search-params'
import type { QueryProblem } from '@/lib/query/problem'
import { routes } from '@/lib/routes'

const EXAMPLES = [
  'action:record.* at:>now-7d',
  'actor.role:ADMIN',
  'undone:true',
  'subject.type:connection -undone:true',
]

interface AuditFilterProps {
  search: AuditSearch
  problems: readonly QueryProblem[]
  /** The id of whoever looks. */
  viewer: string
}

/** The filter over the trail; a new one begins at the first page and keeps the sort and the size. */
export function AuditFilter({ search, problems, viewer }: AuditFilterProps) {
  return (
    <FilterBar
      value={search.q}
      path={routes.audit()}
      parameters={heldParameters(search)}
      problems={problems}
      fields={AUDIT_FIELDS}
      examples={EXAMPLES}
      viewer={viewer}
      ask={routes.auditValues}
    />
  )
}
