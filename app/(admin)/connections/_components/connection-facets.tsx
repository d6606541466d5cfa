import { Facets } from '@/components/facets'
import type { Actor } from '@/lib/auth/actor'
import { connectionFacets } from '@/lib/connections/queries'
import { type ConnectionSearch, connectionQuery, fromFirstPage } from '@/lib/connections/search-params'
import { HEALTH_WORDS } from '@/lib/health/dto'
import type { Clock } from '@/lib/query/dates'
import { hasTerm, toggleTerm } from '@/lib/query/edit'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'

/** How the matching connections divide up; each value adds its term to the filter, or takes it away. */
export async function ConnectionFacets(props: { actor: Actor; search: ConnectionSearch; clock: Clock }) {
  const { actor, search, clock } = props
  const facets = await connectionFacets(actor, search.q, clock)
  if (!facets)
    return <p className="px-2 text-sm text-ink-muted">Counting took too long. Narrow the filter to see facets.</p>
  const facetValue = (label: string, count: number, term: string) => ({
    label,
    count,
    href: routes.connections(connectionQuery(fromFirstPage(search, { q: toggleTerm(search.q, term) }))),
    selected: hasTerm(search.q, term),
  })
  const issues = [
    facetValue('With issues', facets.withIssues, 'issues:*'),
    facetValue('Without issues', facets.withoutIssues, '-issues:*'),
  ]
  const health = facets.health.map(({ value, count }) =>
    facetValue(HEALTH_WORDS[value].word, count, termText('health', value)),
  )
  return (
    <Facets
      facets={[
        { title: 'Health', values: health.filter(({ count, selected }) => count > 0 || selected) },
        { title: 'Issues', values: issues.filter(({ count, selected }) => count > 0 || selected) },
        {
          title: 'Integration',
          values: facets.integrations.map(({ value, count }) => facetValue(value, count, termText('name', value))),
        },
      ]}
    />
  )
}
