import { Bar } from '@/components/charts/bar'
import { CountText } from '@/components/count-text'
import type { Totals } from '@/lib/overview/dto'
import { recordsPerDay } from '@/lib/overview/queries'
import { CountedAt, NotCountedYet } from './counted-at'
import { DailyChart } from './daily-chart'
import { Figure } from './figure-tile'
import { loadTotals, type OverviewPart } from './load-totals'

export const ENRICHMENT_FAILED = 'enrichmentStatus:FAILED'
export const DELETED_LATELY = 'deletedAt:>=today-6d'
const DELETED_DAYS = 7

/** What was counted a while ago is no more than an estimate of now. */
const countOf = (value: number, { at }: Totals) => ({ kind: at ? 'estimate' : 'exact', value }) as const

/** How many records are live, and how many were created on each of the last 30 days. */
export async function LiveFigure(props: OverviewPart) {
  const totals = await loadTotals(props.actor)
  if (!totals) return <NotCountedYet />
  return (
    <Figure
      number={<CountText count={countOf(totals.live, totals)} />}
      note={totals.at ? <CountedAt at={totals.at} viewer={props.viewer} /> : 'Created per day, 30 days'}
      chart={<DailyChart {...props} moment="createdAt" days={30} />}
    />
  )
}

/** How many live records have a failed enrichment, of all live ones. */
export async function EnrichmentFigure({ actor }: OverviewPart) {
  const totals = await loadTotals(actor)
  if (!totals) return <NotCountedYet />
  return (
    <Figure
      number={<CountText count={countOf(totals.failed, totals)} />}
      note={
        <>
          of <CountText count={countOf(totals.live, totals)} one="live record" many="live records" />
        </>
      }
      chart={<Bar value={totals.failed} most={totals.live} fill="danger" className="h-2" />}
    />
  )
}

/** How many records were soft-deleted in the last 7 days, and how many on each of them. */
export async function DeletedFigure(props: OverviewPart) {
  const [totals, days] = await Promise.all([
    loadTotals(props.actor),
    recordsPerDay(props.actor, 'deletedAt', { clock: props.viewer, days: DELETED_DAYS }),
  ])
  if (!totals || !days) return <NotCountedYet />
  const deleted = days.reduce((sum, { count }) => sum + count, 0)
  return (
    <Figure
      number={<CountText count={countOf(deleted, totals)} />}
      note="Per day, today included"
      chart={<DailyChart {...props} moment="deletedAt" days={DELETED_DAYS} />}
    />
  )
}
