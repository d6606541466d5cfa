import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import { SIGHTINGS_SHOWN, sightingsOf } from '@/lib/issues/queries'
import { routes } from '@/lib/routes'

/** Connections that had the cause and do not have it any more, the newest first, and how it went. */
export async function PastSightings({ actor, causeId, timeZone }: { actor: Actor; causeId: string; timeZone: string }) {
  const rows = await sightingsOf(actor, causeId, 'gone')
  if (rows.length === 0) return <p className="p-4 text-sm text-ink-muted">Every connection that got it still has it.</p>
  return (
    <>
      <ul>
        {rows.slice(0, SIGHTINGS_SHOWN).map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0"
          >
            <Link
              href={routes.connection(row.connectionId)}
              prefetch={false}
              className="min-w-0 break-words text-accent-text hover:underline"
            >
              <bdi>{row.integration}</bdi> of <bdi>{row.customer || '(empty)'}</bdi>
            </Link>
            <span className="text-ink-muted">
              {row.clearedBy ? (
                <>
                  Cleared by <bdi>{row.clearedBy}</bdi>
                </>
              ) : (
                'Went away by itself'
              )}
              {row.goneAt && (
                <>
                  , <RelativeTime iso={row.goneAt} timeZone={timeZone} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > SIGHTINGS_SHOWN && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-muted">
          The newest <NumberText value={SIGHTINGS_SHOWN} /> are shown.
        </p>
      )}
    </>
  )
}
