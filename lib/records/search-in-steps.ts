import 'server-only'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { requestSignal } from '../server/request-state'
import type { CursorKeys } from '../table/cursor'
import { type CreationWalk, creationWalk, momentOf } from './creation-walk'

/** Milliseconds that one statement of a search may take. */
const STATEMENT = 4_000
/** Records looked through by the largest step; one that takes less than `BRISK` milliseconds is doubled. */
const LARGEST_STEP = 128_000
const BRISK = 120

/** `budget`: milliseconds after which a search shows what it has found; `firstStep`: records that its first step looks through. */
const PACE = { budget: 1_500, firstStep: 2_000 }

/** A row's id and its place in the order, as Postgres prints a timestamp in JSON. */
export interface Place {
  id: string
  place: string
}

/** What a search found, in order, and where it stopped before its end: the keys to go on behind, and the moment that they stand for. */
export interface Found {
  places: Place[]
  stopped: { keys: CursorKeys; at: Date } | null
}

type Search = Omit<CreationWalk, 'until'>
type Tx = Prisma.TransactionClient

/**
 * Looks for rows along the primary key in steps, each over so many records, until there are `limit` or the time is over: for filters
 * that no index serves, where one statement would show nothing before it had read the whole table. Null when not even the first
 * step came to its end.
 */
export async function searchInSteps(db: PrismaClient, search: Search, pace = PACE): Promise<Found | null> {
  const began = Date.now()
  const places: Place[] = []
  let from = beginning(search)
  let stopped: Found['stopped'] = null
  let isComplete = false
  const hasEnded = await withinBudget(db, STATEMENT, async (tx) => {
    for (let records = pace.firstStep; ; ) {
      const stepBegan = Date.now()
      const until = await endOfStep(tx, { ...search, beyond: from }, records)
      const limit = search.limit - places.length
      const walk = creationWalk({ ...search, beyond: from, until: until ?? undefined, limit })
      places.push(
        ...(await tx.$queryRaw<
          Place[]
        >`/* search in steps */ select id, to_json(place) #>> '{}' as place from (${walk}) as step`),
      )
      isComplete = until === null || places.length >= search.limit
      if (until === null || isComplete) return true
      // The step took every place up to there: of that moment too where newest comes first, and before it else.
      from = [jsonMoment(until), '']
      stopped = { keys: from, at: until }
      if (Date.now() - began > pace.budget || requestSignal()?.aborted) return true
      if (Date.now() - stepBegan < BRISK) records = Math.min(records * 2, LARGEST_STEP)
      else if (Date.now() - stepBegan > BRISK * 3) records = Math.max(pace.firstStep, records / 2)
    }
  })
  if (isComplete) return { places, stopped: null }
  return hasEnded || stopped ? { places, stopped } : null
}

/** Where to begin: behind the cursor, or at the first moment that the filter lets through, whatever comes later in the order. */
function beginning({ beyond, span, newestFirst }: Search): CursorKeys | null {
  const first = newestFirst ? span?.end : span?.start
  if (!first) return beyond
  const isBehind =
    beyond && (newestFirst ? momentOf(beyond[0] ?? '') < first.getTime() : momentOf(beyond[0] ?? '') > first.getTime())
  return isBehind ? beyond : [jsonMoment(first), '']
}

/**
 * The moment up to which a step of so many records goes; null when there are no more, or none that the filter lets through. Reads
 * the primary key, and no rows.
 */
async function endOfStep(tx: Tx, { order, span, newestFirst, beyond }: Search, records: number): Promise<Date | null> {
  const { low, high, slack } = order
  const moment = beyond ? momentOf(beyond[0] ?? '') : null
  const start = moment === null ? Prisma.empty : startAt(moment, newestFirst)
  const direction = newestFirst ? Prisma.sql`desc` : Prisma.sql`asc`
  const last = newestFirst ? Prisma.sql`min` : Prisma.sql`max`
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    select mastra_admin.cuid_time(${last}(id)) as at from (
      select id from mastra.records where id >= ${low} and id < ${high} ${start} order by id ${direction} limit ${records}
    ) as step having count(*) = ${records}`
  if (!row) return null
  // Ids that are no cuids may sort beyond what their time says. Where only such are left, no step would come to their end.
  if (moment !== null && (newestFirst ? row.at.getTime() > moment : row.at.getTime() < moment - slack)) return null
  // Within the slack of where it began a step would not come forward.
  const least = moment === null ? row.at.getTime() : newestFirst ? moment - slack - 1 : moment + slack + 1
  const end = newestFirst ? Math.min(row.at.getTime(), least) : Math.max(row.at.getTime(), least)
  const isBeyondSpan = newestFirst ? span?.start && end <= span.start.getTime() : span?.end && end >= span.end.getTime()
  return isBeyondSpan ? null : new Date(end)
}

function startAt(moment: number, newestFirst: boolean): Prisma.Sql {
  const at = Prisma.sql`mastra_admin.cuid_prefix(${jsonMoment(new Date(clamp(moment)))}::timestamp)`
  return newestFirst ? Prisma.sql`and id < ${at}` : Prisma.sql`and id >= ${at}`
}

/** Within what both a date and a cuid can say. */
function clamp(moment: number): number {
  return Math.max(0, Math.min(moment, Date.UTC(2059, 0)))
}

function jsonMoment(at: Date): string {
  return at.toISOString().replace('Z', '')
}
