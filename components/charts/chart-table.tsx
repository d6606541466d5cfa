import clsx from 'clsx'
import { NumberText } from '../number-text'
import type { SeriesPoint } from './series-sentence'

interface ChartTableProps {
  caption: string
  /** What the labels and the values are. */
  headings: readonly [string, string]
  points: readonly SeriesPoint[]
  /** Language of the labels where it is not the page's. */
  lang?: string
}

/** The numbers of a chart, on request and over what stands below, so that nothing moves. The latest come first. */
export function ChartTable({ caption, headings, points, lang }: ChartTableProps) {
  const cell = 'px-3 py-1'
  return (
    <details className="relative z-10 text-xs">
      <summary className="-my-1 w-fit rounded-sm py-1 text-ink-muted hover:text-ink hover:underline pointer-coarse:py-2">
        As a table
      </summary>
      <section
        aria-label={caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="absolute inset-x-0 top-full mt-1 max-h-64 min-w-40 overflow-auto rounded-md border border-line bg-raised shadow-raised"
      >
        <table className="w-full">
          <caption className={clsx(cell, 'text-left font-medium')}>{caption}</caption>
          <thead className="text-ink-muted">
            <tr>
              <th scope="col" className={clsx(cell, 'text-left font-medium')}>
                {headings[0]}
              </th>
              <th scope="col" className={clsx(cell, 'text-right font-medium')}>
                {headings[1]}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ label, value }) => (
              <tr key={label} className="border-t border-line">
                <th scope="row" lang={lang} className={clsx(cell, 'text-left font-normal whitespace-nowrap')}>
                  {label}
                </th>
                <td className={clsx(cell, 'text-right')}>
                  <NumberText value={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
