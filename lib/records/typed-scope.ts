import type { QueryNode } from '../query/ast'
import { parseQuery } from '../query/parse'
import { printPath } from '../query/print'

/** Which entities a filter keeps to, by a term that every row must fulfil; null when it may show several types. */
export type TypedScope = { by: 'type' | 'entity'; value: string } | null

/** The one entity type, or the one entity, in view. A type does not mind case, as in the filter. */
export function typedScope(q: string): TypedScope {
  const parsed = parseQuery(q)
  const scopes =
    parsed.ok && parsed.ast
      ? conditions(parsed.ast)
          .map(scopeOf)
          .filter((scope) => scope !== null)
      : []
  return scopes.find((scope) => scope.by === 'entity') ?? scopes[0] ?? null
}

function conditions(node: QueryNode): QueryNode[] {
  return node.type === 'and' ? node.nodes.flatMap(conditions) : [node]
}

function scopeOf(node: QueryNode): TypedScope {
  if (node.type !== 'term' || node.condition.op !== 'is') return null
  const { segments, quoted } = node.condition.value
  const [value] = segments
  if (segments.length !== 1 || value === undefined || (value === 'null' && !quoted)) return null
  switch (printPath(node.field)) {
    case 'entityType':
    case 'entity.type':
      return { by: 'type', value: value.toLowerCase() }
    case 'entity.id':
    case 'entityId':
      return { by: 'entity', value }
    default:
      return null
  }
}
