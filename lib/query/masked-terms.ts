import type { QueryNode, TermNode } from './ast'
import { type FieldDefinition, findField } from './fields'
import { isAnything } from './literal'
import { parseQuery } from './parse'
import { printPath } from './print'
import { isSecretAt } from './secret-at'

/** The terms of a filter text that compare a value which is masked, in their order; none for a text that cannot be read. */
export function termsOnMasked(text: string, fields: readonly FieldDefinition[]): TermNode[] {
  const parsed = parseQuery(text)
  return parsed.ok && parsed.ast ? termsIn(parsed.ast).filter((term) => isOnMasked(term, fields)) : []
}

/** The fields that they name, each once, as they are written in a filter. */
export function maskedTerms(text: string, fields: readonly FieldDefinition[]): string[] {
  return [...new Set(termsOnMasked(text, fields).map(({ field }) => printPath(field)))]
}

/** The text with a sign in place of each value that is compared with something masked, for what is kept of the filter. */
export function withoutMaskedValues(text: string, fields: readonly FieldDefinition[], sign: string): string {
  const spans = termsOnMasked(text, fields).flatMap(({ condition }) =>
    condition.op === 'is' || condition.op === 'compare'
      ? [condition.value]
      : condition.op === 'oneOf'
        ? condition.values
        : [condition.low, condition.high].filter((end) => end !== null),
  )
  return spans.reduceRight((said, { from, to }) => said.slice(0, from) + sign + said.slice(to), text)
}

function termsIn(node: QueryNode): TermNode[] {
  switch (node.type) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(termsIn)
    case 'not':
      return termsIn(node.node)
    case 'term':
      return [node]
    case 'text':
      return []
  }
}

function isOnMasked({ field: reference, condition }: TermNode, fields: readonly FieldDefinition[]): boolean {
  const found = findField(fields, reference)
  if (!found || found.path.length === 0 || (condition.op === 'is' && isAnything(condition.value))) return false
  const keys = found.path.map((step) =>
    step.type === 'key' ? step.key : step.type === 'index' ? `${step.index}` : '*',
  )
  return isSecretAt(found.field, keys)
}
