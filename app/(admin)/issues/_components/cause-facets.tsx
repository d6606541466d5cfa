import { Facets } from '@/components/facets'
import type { Actor } from '@/lib/auth/actor'
import { causeViews } from '@/lib/issues/queries'
import { CAUSE_VIEWS, type CauseSearch, causeQuery, fromFirstPage } from '@/lib/issues/search-params'
import { routes } from '@/lib/routes'
import { loadLook } from './load-look'

const LABELS = { open: 'Open', muted: 'Muted', resolved: 'Resolved', all: 'All' } as const

/** Which causes are listed: those that need someone, or the others. */
export async function CauseFacets({ actor, search }: { actor: Actor; search: CauseSearch }) {
  await loadLook()
  const counts = await causeViews(actor)
  const values = CAUSE_VIEWS.map((state) => ({
    label: LABELS[state],
    count: counts[state],
    href: routes.issues(causeQuery(fromFirstPage(search, { state }))),
    selected: search.state === state,
  }))
  return <Facets facets={[{ title: 'Shown', values }]} />
}
