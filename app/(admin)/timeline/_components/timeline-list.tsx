import clsx from 'clsx'
import { MARKS } from '@/components/charts/timeline-mark'
import { RelativeTime } from '@/components/relative-time'
import type { TimelinePage } from '@/lib/timeline/dto'
import { TimelineText } from './timeline-text'
import { MARK_OF } from './timeline-words'

interface TimelineListProps {
  page: TimelinePage
  timeZone: string
  /** Says of which connection each entry is, where there are several. */
  several: boolean
}

/** What is known to have happened, newest first, each with its moment and what it was about. */
export function TimelineList({ page: { rows, uncounted }, timeZone, several }: TimelineListProps) {
  if (rows.length === 0) return <p className="p-4 text-sm text-ink-muted">Nothing of this kind is known.</p>
  return (
    <>
      <ol>
        {rows.map((entry) => (
          <li
            key={`${entry.at} ${entry.key}`}
            className="flex items-baseline gap-3 border-b border-line px-4 py-2 text-sm last:border-b-0"
          >
            <span aria-hidden className={clsx('shrink-0', MARKS[MARK_OF[entry.what]])} />
            <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4 gap-y-0.5">
              <div className="min-w-0 flex-1 basis-60 break-words">
                {several && entry.integration && (
                  <span className="text-ink-muted">
                    <bdi>{entry.integration}</bdi>:{' '}
                  </span>
                )}
                <TimelineText entry={entry} timeZone={timeZone} />
              </div>
              <span className="text-ink-muted">
                <RelativeTime iso={entry.at} timeZone={timeZone} />
              </span>
            </div>
          </li>
        ))}
      </ol>
      {uncounted && (
        <p className="border-t border-line px-4 py-2.5 text-xs text-ink-muted">
          Counting its records by day took too long, so only days on which something was seen are listed. The index on
          records by entity, on the page <em>Database</em>, makes counting faster.
        </p>
      )}
    </>
  )
}
