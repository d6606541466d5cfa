import type { ComponentProps } from 'react'
import { LongText } from '@/components/long-text'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import { HEALTH_STATES, HEALTH_WORDS } from '@/lib/health/dto'
import { routes } from '@/lib/routes'
import type { TimelineEntry } from '@/lib/timeline/dto'

/** One entry in a sentence, with links to what it names. */
export function TimelineText({ entry, timeZone }: { entry: TimelineEntry; timeZone: string }) {
  switch (entry.what) {
    case 'connected':
      return 'Connected'
    case 'changed':
      return 'Connection last changed'
    case 'synced':
      return 'Last sync that Mastra recorded'
    case 'entity':
      return (
        <>
          Began to sync <To href={routes.entity(entry.entityId)}>{entry.entityType}</To>
        </>
      )
    case 'entity-changed':
      return (
        <>
          <To href={routes.entity(entry.entityId)}>{entry.entityType}</To> last changed
          {entry.lastSyncId && (
            <span className="text-ink-muted">
              , its last sync is <code className="font-mono text-xs break-all">{entry.lastSyncId}</code>
            </span>
          )}
        </>
      )
    case 'created':
      return <Created entry={entry} timeZone={timeZone} />
    case 'got':
      return (
        <>
          Issue appeared: <To href={routes.issue(entry.causeId)}>{entry.title}</To>
        </>
      )
    case 'went':
      return (
        <>
          {entry.by === null ? 'Issue went away by itself' : <>Issue cleared by {<bdi>{entry.by}</bdi>}</>}:{' '}
          <To href={routes.issue(entry.causeId)}>{entry.title}</To>
        </>
      )
    case 'action':
      return <Action entry={entry} />
    case 'batch':
      return (
        <>
          Batch <To href={routes.batch(entry.batchId)}>{entry.label}</To> over <NumberText value={entry.count} /> of its
          records by <bdi>{entry.by}</bdi>
        </>
      )
    case 'note':
      return (
        <>
          <span className="text-ink-muted">
            Note {entry.about === 'customer' && 'about the end user '}by <bdi>{entry.by}</bdi>
          </span>
          <LongText text={entry.text} />
        </>
      )
    case 'health':
      return (
        <>
          Became {wordOf(entry.to)}
          {entry.from && <span className="text-ink-muted">, after {wordOf(entry.from)}</span>}
        </>
      )
  }
}

function To({ href, children }: Pick<ComponentProps<typeof Link>, 'href' | 'children'>) {
  return (
    <Link href={href} prefetch={false} className="text-accent-text underline">
      <bdi>{children}</bdi>
    </Link>
  )
}

/** A state of health inside a sentence. */
function wordOf(state: string): string {
  const known = HEALTH_STATES.find((name) => name === state)
  return (known ? HEALTH_WORDS[known].word : state).toLowerCase()
}

function Created({ entry, timeZone }: { entry: Extract<TimelineEntry, { what: 'created' }>; timeZone: string }) {
  const { counts, from, at } = entry
  return (
    <>
      {counts === null
        ? 'Records were created, or a sync was seen'
        : counts.map(({ entityType, count }, place) => (
            <span key={entityType}>
              {place > 0 && ', '}
              <NumberText value={count} /> <bdi>{entityType}</bdi>
            </span>
          ))}
      {counts !== null && ' created'}
      {from !== at && (
        <span className="text-ink-muted">
          , from <RelativeTime iso={from} timeZone={timeZone} /> on
        </span>
      )}
    </>
  )
}

function Action({ entry }: { entry: Extract<TimelineEntry, { what: 'action' }> }) {
  const { label, count, by, recordId, causeId, entryId } = entry
  return (
    <>
      {label}{' '}
      {count > 1 && (
        <>
          (<NumberText value={count} />){' '}
        </>
      )}
      {count === 1 && recordId && (
        <>
          <To href={routes.record(recordId)}>{recordId}</To>{' '}
        </>
      )}
      {causeId && <To href={routes.issue(causeId)}>(the cause)</To>} by <bdi>{by}</bdi>{' '}
      <Link href={routes.audit({ q: `id:${entryId}` })} prefetch={false} className="text-xs text-accent-text underline">
        Entry
      </Link>
    </>
  )
}
