import { activityPerDay, openCausesPerDay } from '@/lib/health/overview-queries'
import { healthWatch } from '@/lib/health/queries'
import type { OverviewPart } from './load-totals'
import { TrendChart } from './trend-chart'

const DAYS = 30

/** How many causes of issues were open on each of the last days. */
export async function CausesTrend({ actor, viewer }: OverviewPart) {
  const days = await openCausesPerDay(actor, viewer, DAYS)
  // A day on which nobody looked is as the one before it.
  const filled = days.map(({ start }, at) => ({
    start,
    value: days.slice(0, at + 1).findLast(({ value }) => value !== null)?.value ?? null,
  }))
  return <TrendChart caption="Open causes at the end of each day" heading="Open" days={filled} viewer={viewer} />
}

/** How many records came on each of the last days. */
export async function ActivityTrend({ actor, viewer }: OverviewPart) {
  const [days, watch] = await Promise.all([activityPerDay(actor, viewer, DAYS), healthWatch(actor)])
  return (
    <div className="grid gap-2">
      <TrendChart caption="Records created per day" heading="Created" days={days} viewer={viewer} />
      {watch.reading && (
        <p className="text-xs text-ink-muted">Earlier records are still being counted, newest first.</p>
      )}
    </div>
  )
}
