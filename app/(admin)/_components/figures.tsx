import type { Actor } from '@/lib/auth/actor'
import { routes } from '@/lib/routes'
import type { Viewer } from '@/lib/time/viewer'
import { FAILING, FailingFigure } from './failing-figure'
import { FigureTile } from './figure-tile'
import { DELETED_LATELY, DeletedFigure, ENRICHMENT_FAILED, EnrichmentFigure, LiveFigure } from './record-figures'

/** The four numbers that say whether something needs attention, each leading to what it counts. */
export function Figures(parts: { actor: Actor; viewer: Viewer }) {
  return (
    <div className="mb-4 grid grid-cols-2 gap-2 sm:gap-4 xl:grid-cols-4">
      <FigureTile title="Connections with issues" href={routes.connections({ q: FAILING })}>
        <FailingFigure {...parts} />
      </FigureTile>
      <FigureTile title="Live records" href={routes.records({ view: 'all' })}>
        <LiveFigure {...parts} />
      </FigureTile>
      <FigureTile title="Failed enrichments" href={routes.records({ q: ENRICHMENT_FAILED })}>
        <EnrichmentFigure {...parts} />
      </FigureTile>
      <FigureTile
        title="Soft-deleted in the last 7 days"
        href={routes.records({ q: DELETED_LATELY, state: 'deleted', sort: '-deletedAt' })}
      >
        <DeletedFigure {...parts} />
      </FigureTile>
    </div>
  )
}
