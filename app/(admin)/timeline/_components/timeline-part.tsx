import type { Route } from 'next'
import { loadLook } from '@/app/(admin)/issues/_components/load-look'
import { SlowSearch } from '@/components/slow-search'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import type { TimelineKind, TimelineScope } from '@/lib/timeline/dto'
import { timelinePage } from '@/lib/timeline/queries'
import { TimelineKinds } from './timeline-kinds'
import { TimelineList } from './timeline-list'

/** Entries that the page about a thing shows of its timeline. */
const NEWEST = 12

interface TimelinePartProps {
  actor: Actor
  scope: TimelineScope
  timeZone: string
  /** Where the whole timeline is, of all kinds or of one. */
  at: (kind: TimelineKind | 'all') => Route
}

/** The newest entries of a timeline, and the way to all of it. */
export async function TimelinePart({ actor, scope, timeZone, at }: TimelinePartProps) {
  if (scope.connectionIds.length === 1) await loadLook(scope.connectionIds[0])
  const page = await timelinePage(actor, scope, { kind: 'all' }, NEWEST)
  if (!page || 'problem' in page) return <SlowSearch />
  return (
    <>
      <div className="border-b border-line px-2 py-1.5">
        <TimelineKinds at={at} />
      </div>
      <TimelineList page={page} timeZone={timeZone} several={scope.connectionIds.length > 1} />
      {page.next && (
        <p className="border-t border-line px-4 py-2.5">
          <LinkButton compact href={at('all')} prefetch={false}>
            Whole timeline
          </LinkButton>
        </p>
      )}
    </>
  )
}
