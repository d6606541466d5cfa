import { formatCount } from '@/lib/format-number'

/** How often connections got a cause on each of the last days, as bars whose highest fills the line, and in words. */
export function Trend({ days, locale }: { days: readonly number[]; locale: string }) {
  const most = Math.max(1, ...days)
  const sum = days.reduce((total, count) => total + count, 0)
  const said = `${formatCount(locale, sum, { one: 'time', other: 'times' })} in ${days.length} days`
  return (
    <span title={said} className="inline-flex items-end gap-px align-baseline">
      <svg aria-hidden width={days.length * 5} height="16" className="text-accent-text">
        {days.map((count, day) => {
          const height = count === 0 ? 1 : Math.max(3, Math.round((count / most) * 16))
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a day has no other name than its place
              key={day}
              x={day * 5}
              y={16 - height}
              width="4"
              height={height}
              fill="currentColor"
              opacity={count === 0 ? 0.35 : 1}
            />
          )
        })}
      </svg>
      <span className="sr-only">{said}</span>
    </span>
  )
}
