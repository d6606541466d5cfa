import { LongText } from '@/components/long-text'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { formatCount } from '@/lib/format-number'
import type { SightingRow } from '@/lib/issues/dto'
import { SIGHTINGS_SHOWN } from '@/lib/issues/queries'
import { sightingsByConnection } from '@/lib/issues/sightings-by-connection'
import { routes } from '@/lib/routes'

const MESSAGES = { one: 'message', other: 'messages' }

interface OpenSightingsProps {
  /** At most one more than a page shows. */
  rows: readonly SightingRow[]
  /** Connections that have the cause. */
  total: number
  locale: string
  timeZone: string
}

/** Which connections have the cause, each once, with all of its own words. */
export function OpenSightings({ rows, total, locale, timeZone }: OpenSightingsProps) {
  const shown = sightingsByConnection(rows.slice(0, SIGHTINGS_SHOWN))
  return (
    <Section title="Connections" flush note={total > 0 && <NumberText value={total} />}>
      {shown.length === 0 ? (
        <p className="p-4 text-sm text-ink-muted">No connection has it at the moment.</p>
      ) : (
        <ul>
          {shown.map(({ newest, messages, firstSeenAt }) => (
            <li
              key={newest.connectionId}
              className="grid gap-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0"
            >
              <p className="flex flex-wrap justify-between gap-x-4">
                <Link
                  href={routes.connection(newest.connectionId)}
                  prefetch={false}
                  className="min-w-0 font-medium break-words text-accent-text hover:underline"
                >
                  <bdi>{newest.integration}</bdi> of <bdi>{newest.customer || '(empty)'}</bdi>
                </Link>
                <span className="text-ink-muted">
                  {messages.length > 1 && `${formatCount(locale, messages.length, MESSAGES)}, `}
                  {messages.length > 1 ? 'seen' : 'Seen'} since <RelativeTime iso={firstSeenAt} timeZone={timeZone} />
                </span>
              </p>
              {messages.map(({ id, message }) => (
                <div key={id} className="min-w-0">
                  <LongText text={message || '(empty)'} />
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
      {rows.length > SIGHTINGS_SHOWN && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-muted">
          The newest <NumberText value={SIGHTINGS_SHOWN} /> messages are shown.
        </p>
      )}
    </Section>
  )
}
