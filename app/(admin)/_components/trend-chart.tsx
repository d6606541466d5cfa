import { ChartTable } from '@/components/charts/chart-table'
import { seriesSentence } from '@/components/charts/series-sentence'
import { Sparkline } from '@/components/charts/sparkline'
import { NumberText } from '@/components/number-text'
import type { DayValue } from '@/lib/health/overview-queries'
import { formatDay } from '@/lib/time/format'
import { foreignLang } from '@/lib/time/locale'
import type { Viewer } from '@/lib/time/viewer'

interface TrendChartProps {
  caption: string
  heading: string
  days: readonly DayValue[]
  viewer: Viewer
}

/** A number a day as a line and as a table; days of which nothing is known are left out at the beginning. */
export function TrendChart({ caption, heading, days, viewer: { locale, timeZone } }: TrendChartProps) {
  const first = days.findIndex(({ value }) => value !== null)
  const known = first < 0 ? [] : days.slice(first)
  const points = known.map(({ start, value }) => ({ label: formatDay(start, timeZone, locale), value: value ?? 0 }))
  if (points.length === 0)
    return (
      <p className="text-sm text-ink-muted">Nothing has been counted yet. The first day appears within a minute.</p>
    )
  if (points.length === 1)
    return (
      <p className="text-sm">
        <NumberText value={points[0]?.value ?? 0} /> so far today. The line starts on the second day.
      </p>
    )
  const sentence = seriesSentence(locale, points)
  return (
    <div className="grid gap-1">
      <Sparkline points={points} sentence={`${caption}: ${sentence}`} />
      <p aria-hidden lang={foreignLang(locale)} className="flex justify-between px-1 text-xs text-ink-muted">
        <span>{points[0]?.label}</span>
        <span>{points.at(-1)?.label}</span>
      </p>
      <p className="text-sm">{sentence}</p>
      <ChartTable caption={caption} headings={['Day', heading]} points={points} lang={foreignLang(locale)} />
    </div>
  )
}
