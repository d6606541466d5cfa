import { ChartTable } from '@/components/charts/chart-table'
import { seriesSentence } from '@/components/charts/series-sentence'
import { Sparkline } from '@/components/charts/sparkline'
import type { DayCount } from '@/lib/overview/dto'
import { formatDay } from '@/lib/time/format'
import { foreignLang } from '@/lib/time/locale'
import type { Viewer } from '@/lib/time/viewer'

const CAPTION = 'Records created per day'

interface CreatedPerDayProps {
  /** Null when counting took too long; empty when none was created. */
  days: readonly DayCount[] | null
  viewer: Viewer
}

/** How many records of an entity were created on each of the last days, as a line and as a table. */
export function CreatedPerDay({ days, viewer: { locale, timeZone } }: CreatedPerDayProps) {
  if (!days) return <p className="text-xs text-ink-muted">Counting by day took too long.</p>
  if (days.length === 0) return <p className="text-xs text-ink-muted">No record was created in the last 30 days.</p>
  const points = days.map(({ start, count }) => ({ label: formatDay(start, timeZone, locale), value: count }))
  return (
    <div>
      <p className="text-xs text-ink-muted">
        {CAPTION}, last {days.length} days
      </p>
      <Sparkline points={points} sentence={`${CAPTION}: ${seriesSentence(locale, points)}`} />
      <ChartTable caption={CAPTION} headings={['Day', 'Created']} points={points} lang={foreignLang(locale)} />
    </div>
  )
}
