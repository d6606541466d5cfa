import clsx from 'clsx'
import { FILLS, type Fill } from './fill'
import { widthsOf } from './scale'

export interface Part {
  key: string
  value: number
  fill: Fill
}

/** The parts of a whole beside the numbers that they draw: not read out. What is not nothing has at least two pixels. */
export function StackedStrip({ parts, className }: { parts: readonly Part[]; className?: string }) {
  const widths = widthsOf(parts.map(({ value }) => value))
  return (
    <span aria-hidden className={clsx('flex h-2 gap-px overflow-hidden rounded-sm bg-hover', className)}>
      {parts.map(
        ({ key, value, fill }, at) =>
          value > 0 && (
            <span key={key} className={clsx('min-w-0.5', FILLS[fill])} style={{ width: `${widths[at]}%` }} />
          ),
      )}
    </span>
  )
}
