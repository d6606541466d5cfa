import type { Route } from 'next'
import { type ReactNode, useId } from 'react'
import { Late } from '@/components/late'
import { Link } from '@/components/ui/link'
import { Skeleton } from '@/components/ui/skeleton'

interface FigureTileProps {
  title: string
  /** What the figure counts, as a list. */
  href: Route
  children: ReactNode
}

/** One figure of the overview; a press anywhere on it leads to what it counts. It has its size before the figure comes. */
export function FigureTile({ title, href, children }: FigureTileProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="relative flex min-w-0 flex-col justify-between gap-1 rounded-lg border border-line bg-surface px-3 py-3 shadow-resting sm:px-4 hover:bg-hover"
    >
      <h2 id={id} className="text-sm font-medium text-ink-muted">
        <Link href={href} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg">
          {title}
        </Link>
      </h2>
      <div className="min-h-28">
        <Late what={title} fallback={<FigureSkeleton />}>
          {children}
        </Late>
      </div>
    </section>
  )
}

interface FigureProps {
  number: ReactNode
  /** One line that puts the number into proportion. */
  note: ReactNode
  chart: ReactNode
}

/** What stands in a tile once it is known. */
export function Figure({ number, note, chart }: FigureProps) {
  return (
    <div className="grid h-28 grid-rows-[2rem_1.25rem_1fr]">
      <p className="truncate text-2xl font-semibold tracking-tight">{number}</p>
      <p className="truncate text-xs leading-5 text-ink-muted">{note}</p>
      <div className="self-center">{chart}</div>
    </div>
  )
}

function FigureSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="grid h-28 content-start gap-3 pt-1.5">
      <Skeleton className="h-6 w-24" />
      <Skeleton className="h-3 w-36" />
      <Skeleton className="mt-1 h-8 w-full" />
    </div>
  )
}
