import 'server-only'
import type { Actor } from '../auth/actor'
import { database } from '../db/client'
import type { Place, PlaceKind } from './place'
import { PLACE_KINDS } from './place'
import { weightNow } from './rank'

/** Places kept of each person; those that weigh least are let go of. */
export const MOST_KEPT = 200
/** Seconds in which a use loses half its weight: `weightNow` of lib/search/rank.ts. */
const HALF_LIFE = 7 * 86_400

/** A place with what the person's uses of it weigh now. */
export interface Use extends Place {
  weight: number
  lastUsedAt: Date
}

/** The places that this person came to, the weightiest first. By the primary key. */
export async function usesOf(actor: Actor, now = Date.now()): Promise<Use[]> {
  const rows = await database().placeUse.findMany({ where: { userId: actor.id }, take: MOST_KEPT })
  return rows
    .flatMap(({ kind, key, weight, lastUsedAt }) =>
      isPlaceKind(kind) ? [{ kind, key, lastUsedAt, weight: weightNow(weight, lastUsedAt.getTime(), now) }] : [],
    )
    .sort((a, b) => b.weight - a.weight)
}

/**
 * Counts that the person came to a place, for themselves alone: no entry of the trail, since nothing was changed. What no longer
 * belongs to the 200 weightiest is forgotten.
 */
export async function noteUse(actor: Actor, { kind, key }: Place): Promise<void> {
  await database().$executeRaw`
    insert into mastra_admin.place_use as u (user_id, kind, key, weight, last_used_at) values (${actor.id}, ${kind}, ${key}, 1, now())
    on conflict (user_id, kind, key) do update set last_used_at = now(),
      weight = 1 + u.weight * power(0.5, greatest(0, extract(epoch from now() - u.last_used_at)) / ${HALF_LIFE}::int)`
  await database().$executeRaw`
    delete from mastra_admin.place_use u using (
      select kind, key from mastra_admin.place_use where user_id = ${actor.id}
      order by weight * power(0.5, greatest(0, extract(epoch from now() - last_used_at)) / ${HALF_LIFE}::int) desc, last_used_at desc
      offset ${MOST_KEPT}) as least
    where u.user_id = ${actor.id} and u.kind = least.kind and u.key = least.key`
}

function isPlaceKind(kind: string): kind is PlaceKind {
  return PLACE_KINDS.some((known) => known === kind)
}
