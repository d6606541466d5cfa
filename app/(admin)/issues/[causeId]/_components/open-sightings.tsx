import { LongText } from '@/components/long-text'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import type { SightingRow } from '@/lib/issues/dto'
import { SIGHTINGS_SHOWN } from '@/lib/issues/queries'
import { routes } from '@/lib/routes'

interface OpenSightingsProps {
  /** At most one more than a page shows. */
  rows: readonly SightingRow[]
  /** Connections that have the cause. */
  total: number
  timeZone: string
}

/** Which connections have the cause, each with its own words. */
export function OpenSightings({ rows, total, timeZone }: OpenSightingsProps) {
  const shown = rows.slice(0, SIGHTINGS_SHOWN)
  return (
    <Section title="Connections" flush note={total > 0 && <NumberText value={total} />}>
      {shown.length === 0 ? (
        <p className="p-4 text-sm text-ink-muted">No connection has it at the moment.</p>
      ) : (
        <ul>
          {shown.map((row) => (
            <li key={row.id} className="grid gap-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0">
              <p className="flex flex-wrap justify-between gap-x-4">
                <Link
                  href={routes.connection(row.connectionId)}
                  prefetch={false}
                  className="min-w-0 font-medium break-words text-accent-text hover:underline"
                >
                  <bdi>{row.integration}</bdi> of <bdi>{row.customer || '(empty)'}</bdi>
                </Link>
                <span className="text-ink-muted">
                  Seen since <RelativeTime iso={row.firstSeenAt} timeZone={timeZone} />
                </span>
              </p>
              <div className="min-w-0">
                <LongText text={row.message || '(empty)'} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {rows.length > SIGHTINGS_SHOWN && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-muted">
          The newest <NumberText value={SIGHTINGS_SHOWN} /> are shown.
        </p>
      )}
    </Section>
  )
}
