import { bindQuery } from './bind'
import type { Clock } from './dates'
import type { FieldDefinition } from './fields'
import { parseQuery } from './parse'
import { printQuery } from './print'

/**
 * A filter that was understood once, without what is not any more: of the terms that all must hold, those that name no field now, or
 * no value of it, are left out and listed as they were written. A filter that is none at all is left out as a whole. One that is
 * understood comes back as it is.
 */
export function keepKnown(
  text: string,
  fields: readonly FieldDefinition[],
  clock: Clock,
): { text: string; dropped: string[] } {
  const parsed = parseQuery(text)
  if (!parsed.ok) return { text: '', dropped: [text] }
  const { ast } = parsed
  if (bindQuery(ast, fields, clock).ok) return { text, dropped: [] }
  const nodes = ast?.type === 'and' ? ast.nodes : ast ? [ast] : []
  const known = nodes.filter((node) => bindQuery(node, fields, clock).ok)
  const [only] = known
  const rest = known.length > 1 ? { type: 'and' as const, nodes: known, from: 0, to: text.length } : (only ?? null)
  return { text: printQuery(rest), dropped: nodes.filter((node) => !known.includes(node)).map(printQuery) }
}
