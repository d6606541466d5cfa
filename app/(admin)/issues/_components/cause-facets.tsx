import { Facets } from '@/components/facets'
import type { Actor } from '@/lib/auth/actor'
import { type CauseFacet, causeFacets, type FacetCount } from '@/lib/issues/facets'
import { causeViews } from '@/lib/issues/queries'
import { CAUSE_VIEWS, type CauseSearch, causeQuery, fromFirstPage } from '@/lib/issues/search-params'
import type { Clock } from '@/lib/query/dates'
import { hasTerm, toggleTerm } from '@/lib/query/edit'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { CAUSE_WORDS } from './cause-words'
import { loadLook } from './load-look'

const LABELS = { open: 'Open', muted: 'Muted', resolved: 'Resolved', all: 'All' } as const

/** Which causes are listed, those that need someone or the others; and how those divide up, each value a term of the filter. */
export async function CauseFacets({ actor, search, clock }: { actor: Actor; search: CauseSearch; clock: Clock }) {
  await loadLook()
  const [counts, facets] = await Promise.all([causeViews(actor), causeFacets(actor, search, clock)])
  const views = CAUSE_VIEWS.map((state) => ({
    label: LABELS[state],
    count: counts[state],
    href: routes.issues(causeQuery(fromFirstPage(search, { state }))),
    selected: search.state === state,
  }))
  const terms = (facet: CauseFacet, label: (value: string) => string = (value) => value) =>
    (facets?.[facet] ?? []).map(({ value, count }: FacetCount) => {
      const term = value === null ? `-${facet}:*` : termText(facet, value)
      return {
        label: value === null ? 'Nobody' : label(value),
        count,
        href: routes.issues(causeQuery(fromFirstPage(search, { q: toggleTerm(search.q, term) }))),
        selected: hasTerm(search.q, term),
      }
    })
  return (
    <Facets
      facets={[
        { title: 'Shown', values: views },
        { title: 'State', values: terms('state', (value) => wordOf(value)) },
        { title: 'Kind', values: terms('kind') },
        { title: 'Integration', values: terms('integration') },
        { title: 'Assigned to', values: terms('assignee') },
      ]}
    />
  )
}

function wordOf(state: string): string {
  const known = Object.entries(CAUSE_WORDS).find(([name]) => name === state)
  return known?.[1].word ?? state
}
