import { cache } from 'react'
import { Bar } from '@/components/charts/bar'
import { CountText } from '@/components/count-text'
import type { Actor } from '@/lib/auth/actor'
import { countRecords } from '@/lib/records/queries'
import { readRecordSearch } from '@/lib/records/search-params'
import type { Viewer } from '@/lib/time/viewer'
import { DailyChart } from './daily-chart'
import { Figure } from './figure-tile'

export const ENRICHMENT_FAILED = 'enrichmentStatus:FAILED'
export const DELETED_LATELY = 'deletedAt:>=today-6d'

interface FigureProps {
  actor: Actor
  viewer: Viewer
}

// Two figures need it; one query serves both.
const countLive = cache(async (actor: Actor, viewer: Viewer) => countOf({ actor, viewer }))

const countOf = ({ actor, viewer }: FigureProps, query: { q?: string; state?: string } = {}) =>
  countRecords(actor, readRecordSearch(query).search, viewer)

/** How many records are live, and how many were created on each of the last 30 days. */
export async function LiveFigure(props: FigureProps) {
  return (
    <Figure
      number={<CountText count={await countLive(props.actor, props.viewer)} />}
      note="Created per day, 30 days"
      chart={<DailyChart {...props} moment="createdAt" days={30} />}
    />
  )
}

/** How many live records have a failed enrichment, of all live ones. */
export async function EnrichmentFigure(props: FigureProps) {
  const [failed, live] = await Promise.all([
    countOf(props, { q: ENRICHMENT_FAILED }),
    countLive(props.actor, props.viewer),
  ])
  return (
    <Figure
      number={<CountText count={failed} />}
      note={
        <>
          of <CountText count={live} one="live record" many="live records" />
        </>
      }
      chart={failed && live && <Bar value={failed.value} most={live.value} fill="danger" className="h-2" />}
    />
  )
}

/** How many records were soft-deleted in the last 7 days, and how many on each of them. */
export async function DeletedFigure(props: FigureProps) {
  return (
    <Figure
      number={<CountText count={await countOf(props, { q: DELETED_LATELY, state: 'deleted' })} />}
      note="Per day, today included"
      chart={<DailyChart {...props} moment="deletedAt" days={7} />}
    />
  )
}
