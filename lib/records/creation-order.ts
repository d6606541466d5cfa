import 'server-only'
import type { PrismaClient } from '../db/generated/client'
import { describeError, log } from '../log'
import type { SortTerm } from '../table/sort'
import { advanceOrder, checkOrder } from './check-creation-order'
import { type CheckedOrder, ORDER_SETTING, readChecked } from './checked-order'

/** Bytes of the table below which it is simply sorted. */
const SMALL_TABLE = 32 * 2 ** 20
/** Milliseconds for which an answer is good; the table may be checked anew by another instance meanwhile. */
const FRESH = 2_000
const ADVANCE_AFTER = 20_000
const CHECK_AFTER = 10 * 60_000
/** A check may take this part of the time, so that a table of any size is read now and then and not all the time. */
const CHECK_SHARE = 1 / 50

/** How the list by creation is read: by sorting (or by an index that someone made for it), or along the primary key. */
export type CreationOrder = { kind: 'sorted' } | ({ kind: 'walk' } & Pick<CheckedOrder, 'low' | 'high' | 'slack'>)

const known = new WeakMap<PrismaClient, { at: number; order: CreationOrder }>()
const running = new WeakSet<PrismaClient>()

/** Whether a sort is by creation and nothing else, as the default is. */
export function isByCreation(terms: readonly SortTerm[]): boolean {
  const [first, second] = terms
  if (first?.field !== 'createdAt') return false
  return second === undefined || (second.field === 'id' && second.direction === first.direction)
}

/** How to read the list by creation now. Has the table checked in the background when that is due; never waits for it. */
export async function creationOrder(db: PrismaClient): Promise<CreationOrder> {
  const recent = known.get(db)
  if (recent && Date.now() - recent.at < FRESH) return recent.order
  const [state] = await db.$queryRaw<State[]>`
    select (select value from mastra_admin.setting where name = ${ORDER_SETTING}) as value,
      pg_relation_size(oid)::float8 as size,
      (pg_stat_get_tuples_inserted(oid) + pg_stat_get_tuples_updated(oid))::float8 as written,
      exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisvalid and i.indpred is null and a.attname = 'createdAt') as indexed
    from pg_class c where oid = 'mastra.records'::regclass`
  if (!state) return { kind: 'sorted' }
  const found = state.value === null ? null : readChecked(state.value)
  const order = orderOf(state, found)
  known.set(db, { at: Date.now(), order })
  keepChecked(db, state, found)
  return order
}

interface State {
  value: string | null
  size: number
  written: number
  indexed: boolean
}

function orderOf({ indexed }: State, found: CheckedOrder | null): CreationOrder {
  if (indexed || !found?.suitable) return { kind: 'sorted' }
  return { kind: 'walk', low: found.low, high: found.high, slack: found.slack }
}

function keepChecked(db: PrismaClient, { size, written, indexed }: State, found: CheckedOrder | null): void {
  if (indexed || size < SMALL_TABLE || running.has(db)) return
  const now = Date.now()
  const pause = found ? Math.max(CHECK_AFTER, found.took / CHECK_SHARE) : 0
  if (!found || (now - found.checkedAt > pause && written !== found.written)) inBackground(db, checkOrder)
  else if (found.suitable && now - found.advancedAt > ADVANCE_AFTER) inBackground(db, advanceOrder)
}

function inBackground(db: PrismaClient, work: (db: PrismaClient) => Promise<void>): void {
  running.add(db)
  work(db)
    .catch((error: unknown) => log.error({ error: describeError(error) }, 'the order of records could not be checked'))
    .finally(() => {
      running.delete(db)
      forgetOrder(db)
    })
}

/** After a check: the next list asks anew. */
export function forgetOrder(db: PrismaClient): void {
  known.delete(db)
}
