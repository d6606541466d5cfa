import { ChartTable } from '@/components/charts/chart-table'
import { seriesSentence } from '@/components/charts/series-sentence'
import { Sparkline } from '@/components/charts/sparkline'
import type { Actor } from '@/lib/auth/actor'
import { formatCount } from '@/lib/format-number'
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
  const times = (which: 'got' | 'lost') =>
    formatCount(
      locale,
      days.reduce((total, day) => total + day[which], 0),
      { one: 'time', other: 'times' },
    )
  const caption = 'Times that a connection got it per day'
  return (
    <>
      <p className="mb-2 text-sm">
        In {DAYS} days connections got it {times('got')} and lost it {times('lost')}.
      </p>
      <Sparkline points={points} sentence={`${caption}: ${seriesSentence(locale, points)}`} />
      <ChartTable caption={caption} headings={['Day', 'Got it']} points={points} lang={foreignLang(locale)} />
    </>
  )
}
