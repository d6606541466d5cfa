'use client'

import { Skeleton } from '../ui/skeleton'
import { FILTERED_BOX, LINE_ABOVE, LIST_BOX, TABLE_SCROLLER } from './table-look'

interface TableSkeletonProps {
  /** As many as the page may have. */
  rows: number
  /** What is on its way: "Loading records". */
  label: string
  /** Whether a line with what is new stands above the rows. */
  line?: boolean
}

const SHAPES = ['w-24', 'w-20', 'w-32', 'w-16', 'w-22', 'w-28']
/** As many as a window shows; the others are only room, which costs nothing to write and to send. */
const DRAWN = 16

/** Stands for a table with its pages below it, of the same size, so that nothing moves when the rows come. */
export function TableSkeleton({ rows, label, line = false }: TableSkeletonProps) {
  const drawn = Math.min(rows, DRAWN)
  const undrawn = rows - drawn
  return (
    <div role="status" aria-label={label} className={line ? LIST_BOX : FILTERED_BOX}>
      {line && <div className={LINE_ABOVE} />}
      <div className={TABLE_SCROLLER}>
        <div className="h-9 border-b border-line max-sm:hidden" />
        {Array.from({ length: drawn }, (_, place) => `row-${place}`).map((key) => (
          <div key={key} className="flex items-center gap-6 border-b border-line px-3 py-row max-sm:h-32">
            <div className="text-row">&nbsp;</div>
            {SHAPES.map((width) => (
              <Skeleton key={width} className={`h-3 ${width}`} />
            ))}
          </div>
        ))}
        <div
          className="max-sm:hidden"
          style={{ height: `calc(${undrawn} * (var(--row-line) + 2 * var(--row-y) + 1px))` }}
        />
        <div className="sm:hidden" style={{ height: `${undrawn * 8}rem` }} />
      </div>
      <div className="h-11" />
    </div>
  )
}
