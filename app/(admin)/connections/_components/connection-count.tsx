import { CountText } from '@/components/count-text'
import type { Actor } from '@/lib/auth/actor'
import type { ConnectionSearch } from '@/lib/connections/search-params'
import type { Clock } from '@/lib/query/dates'
import { loadCount } from './load-count'

/** How many connections match. */
export async function ConnectionCount(props: { actor: Actor; search: ConnectionSearch; clock: Clock }) {
  const count = await loadCount(props.actor, props.search.q, props.clock)
  return (
    <span role="status">
      <CountText count={count} one="connection" many="connections" />
    </span>
  )
}
