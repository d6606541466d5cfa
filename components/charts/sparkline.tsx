import clsx from 'clsx'
import { pointsOf } from './scale'
import type { SeriesPoint } from './series-sentence'

interface SparklineProps {
  points: readonly SeriesPoint[]
  /** Says what the line shows; see `seriesSentence`. */
  sentence: string
  className?: string
}

/**
 * A line from past to present over a ground that is zero, with its greatest and least day ringed and its last one filled.
 * Its numbers belong beside it: in a `ChartTable`, or where they already stand.
 */
export function Sparkline({ points, sentence, className }: SparklineProps) {
  const places = pointsOf(points.map(({ value }) => value))
  const values = points.map(({ value }) => value)
  const line = places.map(({ x, y }) => `${x},${y}`).join(' ')
  const marks = [
    { at: values.indexOf(Math.min(...values)), className: 'border border-ink-muted' },
    { at: values.indexOf(Math.max(...values)), className: 'border-2 border-current' },
    { at: values.length - 1, className: 'border-4 border-current' },
  ]
  return (
    <figure className={clsx('text-accent-text', className)}>
      {/* Stretched to its box, which leaves lines as thick as they are but would make circles ovals: those lie over it. */}
      <div aria-hidden dir="ltr" className="relative m-1 h-9">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="size-full overflow-visible">
          <title>{sentence}</title>
          <polygon points={`0,100 ${line} 100,100`} fill="currentColor" opacity="0.1" />
          <line
            x1="0"
            x2="100"
            y1="100"
            y2="100"
            stroke="currentColor"
            opacity="0.3"
            vectorEffect="non-scaling-stroke"
          />
          <polyline
            points={line}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {marks.map((mark, at) => {
          const place = places[mark.at]
          return (
            place && (
              <span
                key={`mark-${['least', 'most', 'last'][at]}`}
                className={clsx('absolute size-2 -translate-1/2 rounded-full bg-surface', mark.className)}
                style={{ left: `${place.x}%`, top: `${place.y}%` }}
              />
            )
          )
        })}
      </div>
      <figcaption className="sr-only">{sentence}</figcaption>
    </figure>
  )
}
