import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { CustomerConnection } from '@/lib/customers/dto'
import { HEALTH_WORDS, type KeptHealth } from '@/lib/health/dto'
import { healthSentence } from '@/lib/health/sentence'
import { routes } from '@/lib/routes'

interface CustomerConnectionsProps {
  rows: readonly CustomerConnection[]
  /** By id. */
  health: ReadonlyMap<string, KeptHealth>
  timeZone: string
  locale: string
}

const UNKNOWN = { state: 'unknown', evidence: null, lastSeenAt: null } as const

/** An end user's connections by integration, each with its state and why. */
export function CustomerConnections({ rows, health, timeZone, locale }: CustomerConnectionsProps) {
  return (
    <ul>
      {rows.map((row) => {
        const { state, evidence, lastSeenAt } = health.get(row.id) ?? UNKNOWN
        // A sync does not always write when it was: what came says it as well.
        const came = lastSeenAt !== null && lastSeenAt > (row.lastSyncAt ?? row.createdAt) ? lastSeenAt : null
        const { word, tone } = HEALTH_WORDS[state]
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
              <Badge tone={tone}>{word}</Badge>
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
                {came !== null && (
                  <>
                    , data last came <RelativeTime iso={came} timeZone={timeZone} />
                  </>
                )}
              </span>
            </p>
            <p className="min-w-0 break-words">
              {healthSentence(locale, { state, evidence, issueCount: row.issueCount })}
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
