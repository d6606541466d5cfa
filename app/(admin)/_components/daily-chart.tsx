import { ChartTable } from '@/components/charts/chart-table'
import { seriesSentence } from '@/components/charts/series-sentence'
import { Sparkline } from '@/components/charts/sparkline'
import type { Actor } from '@/lib/auth/actor'
import { recordsPerDay } from '@/lib/overview/queries'
import { formatDay } from '@/lib/time/format'
import { foreignLang } from '@/lib/time/locale'
import type { Viewer } from '@/lib/time/viewer'
import { NotCountedYet } from './counted-at'

const WORDS = {
  createdAt: { caption: 'Records created per day', heading: 'Created' },
  deletedAt: { caption: 'Records soft-deleted per day', heading: 'Soft-deleted' },
} as const

interface DailyChartProps {
  actor: Actor
  viewer: Viewer
  moment: keyof typeof WORDS
  days: number
}

/** How many records came, or went, on each of the last days, as a line and as a table. */
export async function DailyChart({ actor, viewer, moment, days }: DailyChartProps) {
  const counts = await recordsPerDay(actor, moment, { clock: viewer, days })
  if (!counts) return <NotCountedYet />
  const { locale, timeZone } = viewer
  const points = counts.map(({ start, count }) => ({ label: formatDay(start, timeZone, locale), value: count }))
  const { caption, heading } = WORDS[moment]
  return (
    <>
      <Sparkline points={points} sentence={`${caption}: ${seriesSentence(locale, points)}`} />
      <ChartTable caption={caption} headings={['Day', heading]} points={points} lang={foreignLang(locale)} />
    </>
  )
}
