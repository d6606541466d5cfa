import type { QueryNode } from '../query/ast'
import { parseQuery } from '../query/parse'
import { printPath } from '../query/print'

/**
 * Which entities a filter keeps to, by terms that every row must fulfil; null when it may show several types. `from` is whose they are, where the filter says that too:
 * the same type of two integrations has different properties.
 */
export type TypedScope = { by: 'entity'; value: string } | { by: 'type'; value: string; from?: TypedSource } | null

/** Connections, by one of their fields; without case where that is `integration` or `customer`, as in the filter. */
export interface TypedSource {
  by: 'connection' | 'integration' | 'customer'
  value: string
}

/** The one entity type, or the one entity, in view. A type does not mind case, as in the filter. */
export function typedScope(q: string): TypedScope {
  const parsed = parseQuery(q)
  const terms = parsed.ok && parsed.ast ? conditions(parsed.ast).flatMap((node) => wholeValue(node) ?? []) : []
  const valueAt = (...fields: string[]) => terms.find(({ field }) => fields.includes(field))?.value
  const entity = valueAt('entity.id', 'entityId')
  if (entity !== undefined) return { by: 'entity', value: entity }
  const type = valueAt('entityType', 'entity.type')
  if (type === undefined) return null
  const [connection, customer, integration] = [
    valueAt('connection.id'),
    valueAt('connection.connectionId'),
    // Mastra writes the name of the integration into the source of what it syncs.
    valueAt('connection.name', 'source'),
  ]
  const from: TypedSource | undefined =
    connection !== undefined
      ? { by: 'connection', value: connection }
      : customer !== undefined
        ? { by: 'customer', value: customer.toLowerCase() }
        : integration !== undefined
          ? { by: 'integration', value: integration.toLowerCase() }
          : undefined
  return { by: 'type', value: type.toLowerCase(), ...(from && { from }) }
}

function conditions(node: QueryNode): QueryNode[] {
  return node.type === 'and' ? node.nodes.flatMap(conditions) : [node]
}

/** The field and the value of a term that compares with one whole value. */
function wholeValue(node: QueryNode): { field: string; value: string } | null {
  if (node.type !== 'term' || node.condition.op !== 'is') return null
  const { segments, quoted } = node.condition.value
  const [value] = segments
  if (segments.length !== 1 || value === undefined || (value === 'null' && !quoted)) return null
  return { field: printPath(node.field), value }
}
