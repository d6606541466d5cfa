import { CountText } from '@/components/count-text'
import type { Actor } from '@/lib/auth/actor'
import { countCauses } from '@/lib/issues/queries'
import type { CauseSearch } from '@/lib/issues/search-params'
import type { Clock } from '@/lib/query/dates'
import { loadLook } from './load-look'

/** How many causes match. */
export async function CauseCount(props: { actor: Actor; search: CauseSearch; clock: Clock }) {
  await loadLook()
  const count = await countCauses(props.actor, props.search, props.clock)
  return (
    <span role="status">
      <CountText count={count} one="cause" many="causes" />
    </span>
  )
}
