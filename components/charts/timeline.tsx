import clsx from 'clsx'
import type { ReactNode } from 'react'
import { formatDate } from '@/lib/time/format'
import { foreignLang } from '@/lib/time/locale'
import { RelativeTime } from '../relative-time'
import { lanesOf, placesOf } from './scale'
import { MARKS, type Mark } from './timeline-mark'

export interface TimelineEvent {
  key: string
  /** An instant in ISO 8601. */
  iso: string
  text: ReactNode
  mark: Mark
}

interface TimelineProps {
  /** Says what happened to what: "What happened to this record". */
  label: string
  events: readonly TimelineEvent[]
  /** The axis ends now, in the viewer's zone and locale. */
  viewer: { now: Date; timeZone: string; locale: string }
}

/** Marks nearer than this, in percent of the axis, stand over each other. */
const GAP = 2.5

/** Events on an axis from the first of them to now, and under it each in words with its time: the list is the chart's table. */
export function Timeline({ label, events, viewer }: TimelineProps) {
  const { now, timeZone, locale } = viewer
  const ordered = events.toSorted((a, b) => a.iso.localeCompare(b.iso))
  const [first] = ordered
  if (!first) return null
  const instants = ordered.map(({ iso }) => new Date(iso).getTime())
  const end = Math.max(now.getTime(), ...instants)
  const places = placesOf(instants, { start: new Date(first.iso).getTime(), end })
  const lanes = lanesOf(places, GAP)
  const height = Math.max(...lanes) + 1
  const lang = foreignLang(locale)
  return (
    <figure aria-label={label} className="grid gap-3 text-sm">
      <div aria-hidden dir="ltr" className="px-1.5">
        <div className="relative border-b border-line-strong" style={{ height: `${height * 0.875 + 0.25}rem` }}>
          {ordered.map(({ key, mark }, at) => (
            <span
              key={key}
              className={clsx('absolute -translate-x-1/2', MARKS[mark])}
              style={{ left: `${places[at]}%`, bottom: `${(lanes[at] ?? 0) * 0.875 + 0.25}rem` }}
            />
          ))}
        </div>
        <div className="flex justify-between pt-1 text-xs text-ink-muted">
          <span lang={lang} dir="auto">
            {formatDate(first.iso, timeZone, locale)}
          </span>
          <span>now</span>
        </div>
      </div>
      <ol className="grid gap-x-6 gap-y-1 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
        {ordered.map(({ key, iso, text, mark }) => (
          <li key={key} className="flex min-w-0 items-baseline gap-2">
            <span aria-hidden className={clsx('shrink-0', MARKS[mark])} />
            <span className="min-w-0 flex-1 break-words">
              {text}{' '}
              <span className="text-ink-muted">
                <RelativeTime iso={iso} timeZone={timeZone} />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
