import { CountText } from '@/components/count-text'
import type { Actor } from '@/lib/auth/actor'
import { countConnections } from '@/lib/connections/queries'
import type { ConnectionSearch } from '@/lib/connections/search-params'
import type { Clock } from '@/lib/query/dates'

/** How many connections match. */
export async function ConnectionCount(props: { actor: Actor; search: ConnectionSearch; clock: Clock }) {
  const count = await countConnections(props.actor, props.search.q, props.clock)
  return (
    <span role="status">
      <CountText count={count} one="connection" many="connections" />
    </span>
  )
}
