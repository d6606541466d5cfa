import { loadLook } from '@/app/(admin)/issues/_components/load-look'
import { EmptyState } from '@/components/empty-state'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { healthWatch } from '@/lib/health/queries'
import { needsAttention } from '@/lib/overview/attention'
import type { Attention } from '@/lib/overview/dto'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import type { Viewer } from '@/lib/time/viewer'
import { FirstSteps } from './first-steps'
import type { OverviewPart } from './load-totals'

/** Lines that are in sight; the others are behind *Show more*. */
const IN_SIGHT = 6
/** Milliseconds for which nobody looked at health before it is said. */
const STALE = 2 * 3_600_000

function addressOf({ target }: Attention) {
  switch (target.to) {
    case 'cause':
      return routes.issue(target.id)
    case 'connection':
      return routes.connection(target.id)
    case 'customer':
      return routes.customer(target.id)
    case 'batch':
      return routes.batch(target.id)
    case 'exports':
      return routes.exports()
    case 'quiet':
      return routes.connections({ q: `health:quiet ${termText('name', target.integration)}`, sort: '-quietSince' })
  }
}

/** What needs attention now, the newest first: what it is, for whom, since when, and the one thing to do next. */
export async function AttentionList({ actor, viewer }: OverviewPart) {
  await loadLook()
  const items = await needsAttention(actor, viewer)
  if (items.length === 0)
    return (
      <>
        <StaleWatch actor={actor} viewer={viewer} />
        <FirstSteps actor={actor} fallback={<NothingNow />} />
      </>
    )
  const [shown, more] = [items.slice(0, IN_SIGHT), items.slice(IN_SIGHT)]
  return (
    <>
      <StaleWatch actor={actor} viewer={viewer} />
      <Lines items={shown} viewer={viewer} />
      {more.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-2.5 text-sm text-accent-text hover:underline">Show {more.length} more</summary>
          <Lines items={more} viewer={viewer} />
        </details>
      )}
    </>
  )
}

function Lines({ items, viewer }: { items: readonly Attention[]; viewer: Viewer }) {
  return (
    <ul>
      {items.map((item) => (
        <li
          key={item.key}
          className="grid gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0 sm:grid-cols-[6.5rem_minmax(0,1fr)_7rem_9rem] sm:items-center"
        >
          <span className="flex items-center justify-between gap-2">
            <Badge tone={item.tone}>{item.word}</Badge>
            <span className="text-ink-muted sm:hidden">
              <Since item={item} viewer={viewer} />
            </span>
          </span>
          <span className="min-w-0">
            <Link
              href={addressOf(item)}
              prefetch={false}
              className="line-clamp-2 font-medium break-words hover:underline"
            >
              <bdi>{item.title}</bdi>
            </Link>
            <span className="line-clamp-2 break-words text-ink-muted">{item.sentence}</span>
          </span>
          <span className="text-right text-ink-muted max-sm:hidden">
            <Since item={item} viewer={viewer} />
          </span>
          <span className="sm:justify-self-end">
            <LinkButton compact href={addressOf(item)} prefetch={false} aria-label={`${item.step}: ${item.title}`}>
              {item.step}
            </LinkButton>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Since({ item, viewer }: { item: Attention; viewer: Viewer }) {
  return <RelativeTime iso={item.since} timeZone={viewer.timeZone} now={viewer.now.getTime()} />
}

/** Said where nothing would be noticed: the watch has stopped, or is far behind. */
async function StaleWatch({ actor, viewer }: OverviewPart) {
  const { seenUntil } = await healthWatch(actor)
  if (!seenUntil || viewer.now.getTime() - Date.parse(seenUntil) < STALE) return null
  return (
    <p className="border-b border-line px-4 py-2.5 text-sm text-warning-text">
      Connections were last checked{' '}
      <RelativeTime iso={seenUntil} timeZone={viewer.timeZone} now={viewer.now.getTime()} />: those that have gone quiet
      since are missing here. The server’s log says why.
    </p>
  )
}

function NothingNow() {
  return (
    <EmptyState
      level={3}
      title="Nothing needs attention"
      text="No cause is open, no connection is quieter than usual, and no batch or export is stuck."
    />
  )
}
