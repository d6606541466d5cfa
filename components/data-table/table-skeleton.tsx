import { Skeleton } from '../ui/skeleton'
import { TABLE_SCROLLER } from './table-look'

interface TableSkeletonProps {
  /** As many as the page may have. */
  rows: number
  /** What is on its way: "Loading records". */
  label: string
}

const SHAPES = ['w-24', 'w-20', 'w-32', 'w-16', 'w-22', 'w-28']

/** Stands for a table with its pages below it, of the same size, so that nothing moves when the rows come. */
export function TableSkeleton({ rows, label }: TableSkeletonProps) {
  return (
    <div role="status" aria-label={label} className="min-w-0 rounded-lg border border-line bg-surface">
      <div className={TABLE_SCROLLER}>
        <div className="h-9 border-b border-line max-sm:hidden" />
        {Array.from({ length: rows }, (_, place) => `row-${place}`).map((key) => (
          <div key={key} className="flex items-center gap-6 border-b border-line px-3 py-row max-sm:h-32">
            <div className="text-row">&nbsp;</div>
            {SHAPES.map((width) => (
              <Skeleton key={width + key} className={`h-3 ${width}`} />
            ))}
          </div>
        ))}
      </div>
      <div className="h-11" />
    </div>
  )
}
