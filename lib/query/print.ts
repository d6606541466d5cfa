import type { Condition, FieldReference, Literal, PathStep, QueryNode } from './ast'
import { endsWord, isNameCharacter } from './scanner'
import { quote } from './term-text'

const KEYWORDS = new Set(['AND', 'OR', 'NOT', 'TO'])

/** The filter text of `ast`. Parsing it gives `ast` again, positions aside. */
export function printQuery(ast: QueryNode | null): string {
  if (!ast) return ''
  switch (ast.type) {
    case 'and':
      return ast.nodes.map((node) => printInside(node, ['and', 'or'])).join(' ')
    case 'or':
      return ast.nodes.map((node) => printInside(node, ['or'])).join(' OR ')
    case 'not':
      return `-${printInside(ast.node, ['and', 'or'])}`
    case 'text':
      return printLiteral(ast.value, 'alone')
    case 'term':
      return `${printPath(ast.field)}:${printCondition(ast.condition)}`
  }
}

function printInside(node: QueryNode, parenthesised: QueryNode['type'][]): string {
  return parenthesised.includes(node.type) ? `(${printQuery(node)})` : printQuery(node)
}

/** The path as it is written before the colon. */
export function printPath({ steps }: Pick<FieldReference, 'steps'>): string {
  return steps.map((step, place) => printStep(step, place === 0)).join('')
}

function printStep(step: PathStep, isRoot: boolean): string {
  if (step.type === 'every') return '[*]'
  if (step.type === 'index') return `[${step.index}]`
  const dot = isRoot ? '' : '.'
  const isPlain = step.key !== '' && [...step.key].every(isNameCharacter)
  return isPlain || isRoot ? `${dot}${step.key}` : `${dot}${quote(step.key)}`
}

function printCondition(condition: Condition): string {
  switch (condition.op) {
    case 'is':
      return printLiteral(condition.value, 'value')
    case 'compare':
      return `${condition.comparator}${printLiteral(condition.value, 'value')}`
    case 'range':
      return `[${printEnd(condition.low)} TO ${printEnd(condition.high)}]`
    case 'oneOf':
      return `(${condition.values.map((value) => printLiteral(value, 'value')).join(' OR ')})`
  }
}

function printEnd(literal: Literal | null): string {
  return literal ? printLiteral(literal, 'value') : '*'
}

/** A value with wildcards between `segments`, as it is written behind a colon; each segment is taken literally. */
export function printPattern(segments: string[]): string {
  return printLiteral({ segments, quoted: false, from: 0, to: 0 }, 'value')
}

function printLiteral({ segments, quoted }: Literal, place: 'alone' | 'value'): string {
  if (quoted) return quote(segments.join(''))
  const printed = segments.map((segment) => escapeWord(segment, place)).join('*')
  const opens = place === 'value' ? '<>=[' : '-'
  return KEYWORDS.has(printed) || (printed !== '' && opens.includes(printed.charAt(0))) ? `\\${printed}` : printed
}

function escapeWord(segment: string, place: 'alone' | 'value'): string {
  const special = place === 'alone' ? '*\\:' : '*\\]'
  return Array.from(segment, (character) =>
    endsWord(character) || special.includes(character) ? `\\${character}` : character,
  ).join('')
}
