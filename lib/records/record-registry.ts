import 'server-only'
import type { Actor } from '../auth/actor'
import { database } from '../db/client'
import { hasPathIndex, knownIndexes } from '../indexes/known-indexes'
import { formsInText } from '../mask/form-pattern'
import { guardedFields, noteMaskedFilter } from '../mask/guard-filter'
import { maskPolicy } from '../mask/mask-policy'
import type { QueryNode, TermNode, TextNode } from '../query/ast'
import type { FieldDefinition } from '../query/fields'
import { textOf } from '../query/literal'
import { parseQuery } from '../query/parse'
import { printPath } from '../query/print'
import type { Registry } from '../query/registry'
import { RECORD_FIELDS } from './fields'
import { RECORD_SQL } from './fields-sql'
import { propertyTypes } from './property-types'
import { recordHead, recordText } from './search-text'

/** How far words are looked for: in the beginning of a document, which an index serves, or in all of it. */
export type SearchDepth = 'head' | 'whole'

/**
 * The record table as the filter `q` of this person needs to know it now: with what is masked for them, the types that Properties give
 * values, and the indexes there are. A filter that compares something masked is noted in the trail before it can be run.
 */
export async function recordRegistry(
  actor: Actor,
  q: string,
  depth: SearchDepth = 'head',
): Promise<Registry & { reach: SearchDepth }> {
  const [policy, known, indexes] = await Promise.all([
    maskPolicy(actor),
    recordFields(actor, q),
    q === '' ? [] : knownIndexes(database()),
  ])
  const fields = await noteMaskedFilter(actor, 'records', q, known)
  const { data } = RECORD_SQL
  const reach = depth === 'head' && indexes.some(({ use }) => use === 'search') ? 'head' : 'whole'
  return {
    fields,
    sql: {
      ...RECORD_SQL,
      ...(data && {
        data: {
          ...data,
          hidden: formsInText(policy, 'plain'),
          isIndexed: (keys, kind) => hasPathIndex(indexes, keys, kind),
        },
      }),
    },
    bareWord: (_, like) => (reach === 'head' ? recordHead : recordText)(policy, like),
    reach,
  }
}

/**
 * The fields of records as this person may ask of them: the values in `data` with the types that Properties of the entity types in view give
 * them, and those that are masked for the person as such.
 */
export async function recordFields(actor: Actor, q: string): Promise<readonly FieldDefinition[]> {
  const parsed = parseQuery(q)
  if (!parsed.ok || !parsed.ast || !mentionsData(parsed.ast)) return RECORD_FIELDS
  const types = entityTypesOf(parsed.ast)
  const [policy, typeOf] = await Promise.all([maskPolicy(actor), propertyTypes(database(), types)])
  const guarded = guardedFields(RECORD_FIELDS, 'data', (path) => policy.shownInData(path, types))
  return guarded.map((field) => (field.name === 'data' ? { ...field, typeOf } : field))
}

/** The entity types that the filter limits the list to, as they were typed; none when it does not. */
export function entityTypesOf(ast: QueryNode | null): string[] {
  if (ast?.type === 'and') return ast.nodes.flatMap(entityTypesOf)
  if (ast?.type !== 'term' || printPath(ast.field) !== 'entityType') return []
  const { condition } = ast
  if (condition.op === 'is' && condition.value.segments.length === 1) return [textOf(condition.value)]
  const isList = condition.op === 'oneOf' && condition.values.every(({ segments }) => segments.length === 1)
  return isList ? condition.values.map(textOf) : []
}

/** The imports of ids that the filter names. */
export function idSetsIn(q: string): string[] {
  const parsed = parseQuery(q)
  if (!parsed.ok || !parsed.ast) return []
  return leaves(parsed.ast).flatMap((node) =>
    node.type === 'term' && printPath(node.field) === 'in' && node.condition.op === 'is'
      ? [textOf(node.condition.value)]
      : [],
  )
}

/** Whether the filter looks for words, in whatever field they are. */
export function hasWords(q: string): boolean {
  const parsed = parseQuery(q)
  return parsed.ok && parsed.ast !== null && leaves(parsed.ast).some(({ type }) => type === 'text')
}

function mentionsData(ast: QueryNode): boolean {
  return leaves(ast).some((node) => {
    const [first] = node.type === 'term' ? node.field.steps : []
    return first?.type === 'key' && first.key === 'data'
  })
}

function leaves(node: QueryNode): (TermNode | TextNode)[] {
  switch (node.type) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(leaves)
    case 'not':
      return leaves(node.node)
    default:
      return [node]
  }
}
