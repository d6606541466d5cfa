import 'server-only'
import type { Actor } from '../auth/actor'
import { maskPolicy } from '../mask/mask-policy'
import { parseQuery } from '../query/parse'
import { excerpt, type ParamProblem } from '../table/table-params'
import { isDataColumn, keysOf } from './columns'
import { entityTypesOf } from './record-registry'
import type { RecordSearch } from './search-query'

/** What a search is sorted by and may not be, since the order of values would tell of them what this person is not shown. */
export async function refusedSort(
  actor: Actor,
  { q, terms }: Pick<RecordSearch, 'q' | 'terms'>,
): Promise<ParamProblem[]> {
  const columns = terms.map(({ field }) => field).filter(isDataColumn)
  if (columns.length === 0) return []
  const parsed = parseQuery(q)
  const types = parsed.ok ? entityTypesOf(parsed.ast) : []
  const { shownInData } = await maskPolicy(actor)
  return columns
    .filter((column) => shownInData(keysOf(column), types) !== 'whole')
    .map((column) => ({
      parameter: 'sort',
      message: `The table cannot be sorted by ${excerpt(column)}: it is masked for you, and the order would give it away.`,
    }))
}
