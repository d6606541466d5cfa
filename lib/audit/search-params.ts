import { parseSort, type SortTerm } from '../table/sort'
import { type ParamProblem, type RawParams, readTableParams, type TableParams, tableQuery } from '../table/table-params'
import { AUDIT_SORTS } from './fields'

const DEFAULTS = { sort: '-id' }

export interface AuditSearch extends TableParams {
  terms: SortTerm[]
}

/** What the address of `/audit` asks for. With a problem, no rows may be shown. */
export function readAuditSearch(raw: RawParams): { search: AuditSearch; problems: ParamProblem[] } {
  const { params, problems } = readTableParams(raw, DEFAULTS)
  const sort = parseSort(params.sort, AUDIT_SORTS)
  return sort.ok
    ? { search: { ...params, terms: sort.terms }, problems }
    : { search: { ...params, terms: [] }, problems: [...problems, ...sort.problems] }
}

/** The query of `routes.audit(…)` for a search, defaults left out. */
export function auditQuery(search: TableParams): Record<string, string | undefined> {
  return tableQuery(search, DEFAULTS)
}

/** What a new filter keeps of a search: all but the filter and the place in the list. */
export function heldParameters(search: TableParams): Record<string, string> {
  const query = auditQuery({ ...search, q: '', after: undefined, before: undefined })
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
