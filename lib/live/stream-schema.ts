import { type RawParams, readOne } from '../table/table-params'
import { type Mark, readMark } from './mark'

export const LIVE_TABLES = ['records', 'connections', 'issues'] as const
export type LiveTable = (typeof LIVE_TABLES)[number]

/** Ids that one page watches at most: it has no more rows. */
export const MOST_IDS = 200

/** What a page hears of: numbers and ids, no data. */
export interface News {
  /** How many rows have come since the page was read that its list has and its rows do not. */
  fresh: number
  /** Whether there may be more than that. */
  more: boolean
  /** Rows of the page that were written since, or are gone. */
  changed: readonly string[]
  /** Who wrote the one row of a detail page last, if it is known to be a user of ours. */
  byUser: boolean
}

export const NO_NEWS: News = { fresh: 0, more: false, changed: [], byUser: false }

/** What a stream was asked for. */
export interface Watch {
  table: LiveTable
  mark: Mark
  ids: readonly string[]
  /** The address of the list, read by the noun itself; null when only the rows named are watched. */
  list: RawParams | null
}

/** Reads the address of a stream; null when it asks for nothing that there is. */
export function readWatch(raw: RawParams): Watch | null {
  const table = LIVE_TABLES.find((known) => known === raw.table)
  const mark = readMark(readOne(raw, 'since', []) ?? '')
  const ids = [...new Set((readOne(raw, 'ids', []) ?? '').split(',').filter((id) => id !== ''))]
  if (!table || !mark || ids.length > MOST_IDS || ids.some((id) => id.length > 200)) return null
  const { table: _, since, ids: __, watch, ...list } = raw
  return { table, mark, ids, list: watch === 'rows' ? null : list }
}

/** Characters of ids in an address, which proxies limit: the rows further down are then not watched for changes. */
const LONGEST_IDS = 5_500

/** The query of `routes.live(…)`: a list by its own query, or only the rows named when there is none. */
export function watchQuery(
  table: LiveTable,
  mark: string,
  ids: readonly string[],
  list: Record<string, string | undefined> | null,
): Record<string, string | undefined> {
  // An id with a comma in it could not be told from two.
  const named = ids.filter((id) => !id.includes(','))
  const length = named.map((id) => encodeURIComponent(id).length + 1)
  const fitting = named.filter(
    (_, place) => length.slice(0, place + 1).reduce((sum, one) => sum + one, 0) <= LONGEST_IDS,
  )
  const { q, state, text } = list ?? {}
  return { table, watch: list ? undefined : 'rows', q, state, text, since: mark, ids: fitting.join(',') }
}
