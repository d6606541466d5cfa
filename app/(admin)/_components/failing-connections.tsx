import Link from 'next/link'
import { CountText } from '@/components/count-text'
import { EmptyState } from '@/components/empty-state'
import { Badge } from '@/components/ui/badge'
import type { Actor } from '@/lib/auth/actor'
import { countConnections, listConnections } from '@/lib/connections/queries'
import { readConnectionSearch } from '@/lib/connections/search-params'
import type { Clock } from '@/lib/query/dates'
import { routes } from '@/lib/routes'
import { CardLine } from './card-line'

const SHOWN = 8
const FAILING = 'issues:*'

/** The connections with most issues, the newest first among equals, and how many there are in all. */
export async function FailingConnections({ actor, clock }: { actor: Actor; clock: Clock }) {
  const { search } = readConnectionSearch({ q: FAILING, size: '25' })
  const [result, count] = await Promise.all([
    listConnections(actor, search, clock),
    countConnections(actor, FAILING, clock),
  ])
  if (result.kind !== 'page')
    return <p className="p-4 text-sm text-ink-muted">Looking for connections with issues took too long.</p>
  const { rows } = result.page
  if (rows.length === 0) return <EmptyState level={3} title="No connection has issues" />
  return (
    <>
      <p className="border-b border-line px-4 py-2.5 text-sm font-medium">
        <CountText count={count} one="connection has issues" many="connections have issues" />
      </p>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <CardLine
            key={row.id}
            aside={<Badge tone="danger">{row.issueCount === 1 ? '1 issue' : `${row.issueCount} issues`}</Badge>}
            note={row.firstIssue ?? '(an empty entry)'}
          >
            <Link href={routes.connection(row.id)} prefetch={false} className="font-medium hover:underline">
              {row.integration} of {row.connectionId}
            </Link>
          </CardLine>
        ))}
      </ul>
    </>
  )
}
