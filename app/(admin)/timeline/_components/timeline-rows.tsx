import type { Route } from 'next'
import { loadLook } from '@/app/(admin)/issues/_components/load-look'
import { ParameterProblems } from '@/components/parameter-problems'
import { SlowSearch } from '@/components/slow-search'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import type { RawParams } from '@/lib/table/table-params'
import type { TimelineScope } from '@/lib/timeline/dto'
import { timelinePage } from '@/lib/timeline/queries'
import { readTimelineSearch, type TimelineSearch, timelineQuery } from '@/lib/timeline/search-params'
import { TimelineKinds } from './timeline-kinds'
import { TimelineList } from './timeline-list'

/** Entries of one page. */
const SIZE = 50

interface TimelineRowsProps {
  actor: Actor
  scope: TimelineScope
  timeZone: string
  raw: RawParams
  at: (query: ReturnType<typeof timelineQuery>) => Route
}

/** A page of a whole timeline, of all kinds or of one, or the reason why there is none. */
export async function TimelineRows({ actor, scope, timeZone, raw, at }: TimelineRowsProps) {
  const { search, problems } = readTimelineSearch(raw)
  if (scope.connectionIds.length === 1 && search.after === undefined) await loadLook(scope.connectionIds[0])
  const page = problems.length === 0 ? await timelinePage(actor, scope, search, SIZE) : { problem: problems[0] }
  if (!page) return <SlowSearch />
  if ('problem' in page)
    return page.problem && <ParameterProblems problems={[page.problem]} repaired={at(timelineQuery({ kind: 'all' }))} />
  const to = (wanted: TimelineSearch) => at(timelineQuery(wanted))
  return (
    <div className="min-w-0 rounded-lg border border-line bg-surface">
      <div className="border-b border-line px-2 py-1.5">
        <TimelineKinds chosen={search.kind} at={(kind) => to({ kind })} />
      </div>
      <TimelineList page={page} timeZone={timeZone} several={scope.connectionIds.length > 1} />
      <p className="flex flex-wrap justify-end gap-2 p-2 empty:hidden">
        {search.after && (
          <LinkButton compact href={to({ kind: search.kind })} prefetch={false}>
            Newest
          </LinkButton>
        )}
        {page.next && (
          <LinkButton compact href={to({ ...search, after: page.next })} prefetch={false} rel="next">
            Older
          </LinkButton>
        )}
      </p>
    </div>
  )
}
