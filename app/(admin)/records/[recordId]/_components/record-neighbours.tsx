import type { Actor } from '@/lib/auth/actor'
import type { Clock } from '@/lib/query/dates'
import { recordNeighbours } from '@/lib/records/queries'
import { listQuery, type RecordSearch } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import { NeighbourLinks } from './neighbour-links'

interface RecordNeighboursProps {
  actor: Actor
  id: string
  search: RecordSearch
  clock: Clock
}

/** The way to the records before and after this one in the list that the person came from. */
export async function RecordNeighbours({ actor, id, search, clock }: RecordNeighboursProps) {
  const neighbours = await recordNeighbours(actor, id, search, clock)
  if (!neighbours) return null
  const at = (neighbour: string | null) => (neighbour === null ? null : routes.record(neighbour, listQuery(search)))
  return <NeighbourLinks previous={at(neighbours.previous)} next={at(neighbours.next)} />
}
