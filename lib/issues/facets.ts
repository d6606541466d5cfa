import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { withinBudget } from '../db/within-budget'
import type { Clock } from '../query/dates'
import { causeCondition } from './cause-condition'
import { CAUSE_STATE } from './fields-sql'
import type { CauseSearch } from './search-params'

/** Milliseconds for what a page can do without. */
const BUDGET = 2_000
/** Values of a facet, the most frequent first. */
const MOST = 20

export const CAUSE_FACETS = ['state', 'kind', 'integration', 'assignee'] as const
export type CauseFacet = (typeof CAUSE_FACETS)[number]

export interface FacetCount {
  /** Null for causes that nobody looks after. */
  value: string | null
  count: number
}

/**
 * How the causes of a list divide up. Null when counting took too long or the filter was not understood. Reads causes once, of which there are
 * as many as things that ever went wrong: none of Mastra's tables, and no index. Throws FORBIDDEN.
 */
export async function causeFacets(
  actor: Actor,
  search: CauseSearch,
  clock: Clock,
): Promise<Record<CauseFacet, FacetCount[]> | null> {
  authorize(actor, 'issues:read')
  const where = await causeCondition(actor, search, clock)
  if (!where) return null
  const rows = await withinBudget(
    database(),
    BUDGET,
    (tx) => tx.$queryRaw<(FacetCount & { facet: CauseFacet })[]>`
      with listed as (
        select ${CAUSE_STATE} as state, c.kind, c.integrations, c.assignee_email from mastra_admin.issue_cause c where ${where}),
      valued as (
        select 'state' as facet, state as value from listed
        union all select 'kind', kind from listed
        union all select 'integration', unnest(integrations) from listed
        union all select 'assignee', assignee_email from listed),
      counted as (
        select facet, value, count(*)::int as count,
          row_number() over (partition by facet order by count(*) desc, value) as rank
        from valued group by facet, value)
      select facet, value, count from counted where rank <= ${MOST} order by facet, rank`,
  )
  if (rows === null) return null
  const of = (facet: CauseFacet) =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }))
  return { state: of('state'), kind: of('kind'), integration: of('integration'), assignee: of('assignee') }
}
