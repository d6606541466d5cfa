import clsx from 'clsx'

/** A grey shape of the size of what it stands for. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx('animate-pulse rounded-sm bg-hover', className)} />
}

/** Lines of a list that is on its way, as high as `line` (a class of height); says so once to a screen reader. */
export function SkeletonRows({
  rows,
  label = 'Loading',
  line = 'h-9',
}: {
  rows: number
  label?: string
  line?: string
}) {
  return (
    <div role="status" aria-label={label}>
      {keysOf(rows).map((key) => (
        <div key={key} className={clsx('flex items-center gap-4 border-b border-line px-4 last:border-b-0', line)}>
          <Skeleton className="h-3 w-1/6" />
          <Skeleton className="h-3 w-1/4" />
          <Skeleton className="h-3 w-1/3" />
        </div>
      ))}
    </div>
  )
}

/** Groups of facets that are on their way. */
export function SkeletonFacets({ groups }: { groups: readonly number[] }) {
  return (
    <div role="status" aria-label="Loading facets" className="grid gap-5">
      {groups.map((values, group) => (
        <div key={keysOf(groups.length)[group]}>
          <Skeleton className="mx-2 mb-2 h-3 w-20" />
          {keysOf(values).map((key) => (
            <div key={key} className="flex h-7 items-center justify-between px-2 pointer-coarse:h-10">
              <Skeleton className="h-3 w-24" />
              <Skeleton className="h-3 w-8" />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function keysOf(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `skeleton-${place}`)
}
