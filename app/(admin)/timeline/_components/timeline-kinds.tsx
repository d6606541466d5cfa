import clsx from 'clsx'
import type { Route } from 'next'
import { Link } from '@/components/ui/link'
import { TIMELINE_KINDS, type TimelineKind } from '@/lib/timeline/dto'
import { KIND_WORDS } from './timeline-words'

interface TimelineKindsProps {
  /** The kind that is shown; none where these lead to a page of its own. */
  chosen?: TimelineKind | 'all'
  at: (kind: TimelineKind | 'all') => Route
}

/** What a timeline can be narrowed to; each has an address. */
export function TimelineKinds({ chosen, at }: TimelineKindsProps) {
  return (
    <nav aria-label="Kinds of events">
      <ul className="flex flex-wrap gap-1">
        {(['all', ...TIMELINE_KINDS] as const).map((kind) => (
          <li key={kind}>
            <Link
              href={at(kind)}
              prefetch={false}
              scroll={false}
              aria-current={kind === chosen ? 'true' : undefined}
              className={clsx(
                'inline-flex h-7 items-center rounded-md px-2.5 text-sm hover:bg-hover pointer-coarse:h-11',
                kind === chosen ? 'bg-accent-soft font-medium text-accent-text' : 'text-ink-muted',
              )}
            >
              {KIND_WORDS[kind]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
