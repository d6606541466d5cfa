import Link from 'next/link'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { connectionState } from '@/lib/connections/state'
import type { CustomerConnection } from '@/lib/customers/dto'
import { routes } from '@/lib/routes'

interface CustomerConnectionsProps {
  rows: readonly CustomerConnection[]
  timeZone: string
  locale: string
}

/** An end user's connections by integration, each with its state and why. */
export function CustomerConnections({ rows, timeZone, locale }: CustomerConnectionsProps) {
  return (
    <ul>
      {rows.map((row) => {
        const state = connectionState(locale, row)
        return (
          <li key={row.id} className="grid gap-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Link
                href={routes.connection(row.id)}
                prefetch={false}
                className="min-w-0 font-medium break-words text-accent-text hover:underline"
              >
                <bdi>{row.integration}</bdi>
              </Link>
              <Badge tone={state.tone}>{state.word}</Badge>
              <span className="text-ink-muted">
                {row.lastSyncAt ? (
                  <>
                    Last sync <RelativeTime iso={row.lastSyncAt} timeZone={timeZone} />
                  </>
                ) : (
                  <>
                    Last sync unknown, connected <RelativeTime iso={row.createdAt} timeZone={timeZone} />
                  </>
                )}
              </span>
            </p>
            {row.firstIssue && (
              <p dir="auto" className="min-w-0 break-words text-ink-muted">
                {row.firstIssue}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
