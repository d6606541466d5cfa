import { ChartTable } from '@/components/charts/chart-table'
import { seriesSentence } from '@/components/charts/series-sentence'
import { Sparkline } from '@/components/charts/sparkline'
import { NumberText } from '@/components/number-text'
import type { Actor } from '@/lib/auth/actor'
import { causeTrend } from '@/lib/issues/trend'
import { formatDay } from '@/lib/time/format'
import { foreignLang } from '@/lib/time/locale'
import { viewer } from '@/lib/time/viewer'

const DAYS = 30

/** How often connections got a cause on each of the last days, and how often one lost it. */
export async function CauseTrend({ actor, causeId }: { actor: Actor; causeId: string }) {
  const seen = await viewer()
  const days = await causeTrend(actor, causeId, { clock: seen, days: DAYS })
  const { locale, timeZone } = seen
  const points = days.map(({ start, got }) => ({ label: formatDay(start, timeZone, locale), value: got }))
  const sum = (which: 'got' | 'lost') => days.reduce((total, day) => total + day[which], 0)
  const caption = 'Times that a connection got it per day'
  return (
    <>
      <p className="mb-2 text-sm">
        In {DAYS} days connections got it <NumberText value={sum('got')} /> times and lost it{' '}
        <NumberText value={sum('lost')} /> times.
      </p>
      <Sparkline points={points} sentence={`${caption}: ${seriesSentence(locale, points)}`} />
      <ChartTable caption={caption} headings={['Day', 'Got it']} points={points} lang={foreignLang(locale)} />
    </>
  )
}
