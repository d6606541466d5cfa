import { Bar } from '@/components/charts/bar'
import { ChartTable } from '@/components/charts/chart-table'
import { seriesSentence } from '@/components/charts/series-sentence'
import { Sparkline } from '@/components/charts/sparkline'
import { StackedBar } from '@/components/charts/stacked-bar'
import { Timeline } from '@/components/charts/timeline'
import { Plate, Specimens } from './plate'

const POINTS = [12, 30, 18, 44, 0, 61, 480, 52, 40, 73].map((value, at) => ({ label: `${at + 1} Nov`, value }))
const SENTENCE = seriesSentence('en-GB', POINTS)
const VIEWER = { now: new Date('2026-11-23T09:41:00Z'), timeZone: 'Europe/Berlin', locale: 'en-GB' }

export function Charts() {
  return (
    <Plate title="Charts">
      <Specimens of="A line of daily numbers, and its numbers">
        <Sparkline points={POINTS} sentence={SENTENCE} className="w-64" />
        <Sparkline points={POINTS.map(({ label }) => ({ label, value: 0 }))} sentence="None." className="w-64" />
        <ChartTable caption="Rows created per day" headings={['Day', 'Created']} points={POINTS} />
      </Specimens>
      <Specimens of="Bars beside numbers">
        {[0, 1, 60, 480].map((value) => (
          <span key={value} className="flex items-center gap-2 text-sm">
            {value} <Bar value={value} most={480} className="h-1 w-24" />
          </span>
        ))}
      </Specimens>
      <StackedBar
        label="Rows by state"
        parts={[
          { key: 'live', value: 800, fill: 'accent', text: '800 live' },
          { key: 'archived', value: 150, fill: 'muted', text: '150 archived' },
          { key: 'deleted', value: 50, fill: 'danger', text: '50 deleted' },
        ]}
      />
      <Timeline
        label="What happened to this row"
        viewer={VIEWER}
        events={[
          { key: 'created', iso: '2026-03-01T06:12:00.000Z', text: 'Created', mark: 'begun' },
          { key: 'updated', iso: '2026-11-20T06:12:00.000Z', text: 'Updated', mark: 'changed' },
          { key: 'cleared', iso: '2026-11-21T06:12:00.000Z', text: 'Cleared by ada@acme.com', mark: 'done' },
          { key: 'deleted', iso: '2026-07-22T06:12:00.000Z', text: 'Deleted', mark: 'ended' },
        ]}
      />
    </Plate>
  )
}
