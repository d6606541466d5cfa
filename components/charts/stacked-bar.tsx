import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FILLS } from './fill'
import { type Part, StackedStrip } from './stacked-strip'

interface StackedBarProps {
  /** Says what the whole is: "Records by state". */
  label: string
  /** Each with its number and word, such as a link to what it counts. */
  parts: readonly (Part & { text: ReactNode })[]
}

/** The parts of a whole, drawn, and each in words beside its own colour and pattern: the legend is the table of numbers. */
export function StackedBar({ label, parts }: StackedBarProps) {
  return (
    <figure className="grid w-full gap-1.5">
      <figcaption className="sr-only">{label}</figcaption>
      <StackedStrip parts={parts} className="w-full" />
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
        {parts.map(({ key, fill, text }) => (
          <li key={key} className="flex items-center gap-1.5">
            <span aria-hidden className={clsx('size-2.5 shrink-0 rounded-xs', FILLS[fill])} />
            {text}
          </li>
        ))}
      </ul>
    </figure>
  )
}
