import type { Condition, Literal, QueryNode, Span, TermNode } from './ast'
import { bindJson } from './bind-json'
import type { BoundNode, Test } from './bound'
import { type Clock, isTimeZone } from './dates'
import { type FieldDefinition, findField, suggestField } from './fields'
import { isAnything, isNull, readBoolean, textOf } from './literal'
import { boundaries, dateTest, numberTest } from './measure'
import { printPath } from './print'
import type { QueryProblem } from './problem'
import { nearest } from './suggest'
import { quote } from './term-text'

export type BoundQuery = { ok: true; node: BoundNode | null } | { ok: false; problems: QueryProblem[] }

/** What the functions of one binding share. `refuse` notes a problem and gives the empty answer. */
export interface BindContext {
  clock: Clock
  refuse: (message: string, span: Span, suggestion?: string) => []
  /** Values that were compared so far with what is masked. */
  compared: number
}

/**
 * Checks a parsed filter against the fields of a table and reads its values by the fields' types; dates are read by
 * `clock`. Isomorphic, so that the filter bar says the same as the server. Every problem in the filter is reported.
 */
export function bindQuery(ast: QueryNode | null, fields: readonly FieldDefinition[], clock: Clock): BoundQuery {
  const problems: QueryProblem[] = []
  const context: BindContext = {
    clock,
    compared: 0,
    refuse: (message, { from, to }, suggestion) => {
      problems.push({ message, from, to, ...(suggestion === undefined ? {} : { suggestion }) })
      return []
    },
  }
  if (ast && !isTimeZone(clock.timeZone)) context.refuse(`There is no time zone "${clock.timeZone}".`, ast)
  const node = ast && problems.length === 0 ? bind(ast, fields, context) : null
  return problems.length > 0 ? { ok: false, problems } : { ok: true, node }
}

function bind(ast: QueryNode, fields: readonly FieldDefinition[], context: BindContext): BoundNode {
  switch (ast.type) {
    case 'and':
    case 'or':
      return { type: ast.type, nodes: ast.nodes.map((node) => bind(node, fields, context)) }
    case 'not':
      return { type: 'not', node: bind(ast.node, fields, context) }
    case 'text':
      return { type: 'words', segments: ast.value.segments }
    case 'term':
      return bindTerm(ast, fields, context)
  }
}

function bindTerm(term: TermNode, fields: readonly FieldDefinition[], context: BindContext): BoundNode {
  const found = findField(fields, term.field)
  if (!found) {
    refuseUnknown(term, fields, context)
    return { type: 'words', segments: [] }
  }
  const { field, path } = found
  const tests =
    field.kind === 'json' ? bindJson(term, field, path, context) : bindColumn(term.condition, term, field, context)
  return { type: 'test', field, path, tests }
}

function refuseUnknown(term: TermNode, fields: readonly FieldDefinition[], context: BindContext): void {
  const name = printPath(term.field)
  if (term.condition.op === 'is' && textOf(term.condition.value).startsWith('//')) {
    const address = `${name}:${textOf(term.condition.value)}`
    context.refuse('To search for an address, put it in quotes.', term, quote(address))
    return
  }
  const suggestion = suggestField(fields, name)
  context.refuse(`There is no field "${name}".${didYouMean(suggestion)}`, term.field, suggestion)
}

function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${suggestion}?`
}

function bindColumn(condition: Condition, term: TermNode, field: FieldDefinition, context: BindContext): Test[] {
  switch (condition.op) {
    case 'is':
      return bindValue(condition.value, field, context)
    case 'oneOf':
      return condition.values.flatMap((value) => bindValue(value, field, context))
    case 'compare':
    case 'range': {
      if (field.kind !== 'number' && field.kind !== 'count' && field.kind !== 'date')
        return context.refuse(
          `${field.name} has no order, so it cannot be compared with > or <. Use ${field.name}:value.`,
          term,
        )
      return boundaries(condition, field.kind === 'date' ? 'date' : 'number', context)
    }
  }
}

function bindValue(literal: Literal, field: FieldDefinition, context: BindContext): Test[] {
  if (isAnything(literal)) return [{ op: 'set' }]
  if (isNull(literal)) return [{ op: 'unset' }]
  switch (field.kind) {
    case 'text':
    case 'textArray':
    case 'json':
      return [{ op: 'text', segments: literal.segments }]
    case 'enum':
      return bindEnum(literal, field, context)
    case 'boolean': {
      const value = readBoolean(textOf(literal))
      if (value === null) return context.refuse(`${field.name} is either true or false.`, literal)
      return [{ op: 'boolean', value }]
    }
    case 'number':
    case 'count':
      return numberTest(literal, context)
    case 'date':
      return dateTest(literal, context)
  }
}

/** Wildcards are resolved here, so that the database is only ever asked for values that its enum has. */
function bindEnum(literal: Literal, field: FieldDefinition, context: BindContext): Test[] {
  const known = field.values ?? []
  const escaped = literal.segments.map((segment) => segment.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const pattern = new RegExp(`^${escaped.join('.*')}$`, 'is')
  const values = known.filter((value) => pattern.test(value))
  if (values.length > 0) return [{ op: 'values', values }]
  const suggestion = nearest(textOf(literal), known)
  const message = `${field.name} cannot be "${textOf(literal)}".${didYouMean(suggestion)} It is one of ${known.join(', ')}.`
  return context.refuse(message, literal, suggestion)
}
