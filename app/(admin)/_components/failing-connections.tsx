import { CountText } from '@/components/count-text'
import { EmptyState } from '@/components/empty-state'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import { listConnections } from '@/lib/connections/queries'
import { readConnectionSearch } from '@/lib/connections/search-params'
import type { Clock } from '@/lib/query/dates'
import { routes } from '@/lib/routes'
import { CARD_LINES, CardLine } from './card-line'
import { FAILING } from './failing-figure'

/** The connections with most issues, the newest first among equals. */
export async function FailingConnections({ actor, viewer }: { actor: Actor; viewer: Clock }) {
  const { search } = readConnectionSearch({ q: FAILING, size: '25' })
  const result = await listConnections(actor, search, viewer)
  if (result.kind !== 'page')
    return <p className="p-4 text-sm text-ink-muted">Finding connections with issues took too long.</p>
  const { rows } = result.page
  if (rows.length === 0)
    return (
      <EmptyState
        level={3}
        title="No connection has issues"
        text="When a sync fails, Mastra keeps its message. The connections with the most messages are listed here."
      />
    )
  return (
    <ul>
      {rows.slice(0, CARD_LINES).map((row) => (
        <CardLine
          key={row.id}
          aside={
            <Badge tone="danger">
              <CountText count={{ kind: 'exact', value: row.issueCount }} one="issue" many="issues" />
            </Badge>
          }
          note={row.firstIssue ?? '(empty)'}
        >
          <Link href={routes.connection(row.id)} prefetch={false} className="font-medium hover:underline">
            <bdi>{row.integration}</bdi> of <bdi>{row.connectionId}</bdi>
          </Link>
        </CardLine>
      ))}
    </ul>
  )
}
