import type { QueryNode } from '../query/ast'
import { parseQuery } from '../query/parse'
import { printQuery } from '../query/print'
import { readRecordSearch } from '../records/search-params'
import type { RecordSearch } from '../records/search-query'

/** The list of records at this path of ours; null for another page, and for one that is not understood. */
export function listAsked(path: string | undefined): RecordSearch | null {
  if (path === undefined || !/^\/records(\?|$)/.test(path)) return null
  const { search, problems } = readRecordSearch(Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? '')))
  return problems.length === 0 ? search : null
}

/** The terms of a filter that each must hold, as text; none for no filter, and for one that is not understood. */
export function termsOf(q: string): string[] {
  const parsed = parseQuery(q)
  return parsed.ok && parsed.ast ? conjuncts(parsed.ast).map(printQuery) : []
}

function conjuncts(node: QueryNode): QueryNode[] {
  return node.type === 'and' ? node.nodes.flatMap(conjuncts) : [node]
}
