import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { QueryNode } from './ast'
import { bindQuery } from './bind'
import type { BoundNode } from './bound'
import { columnTest } from './compile-column'
import { jsonTests } from './compile-json'
import type { Clock } from './dates'
import type { FieldDefinition } from './fields'
import { likePattern } from './like'
import { allOf, anyOf } from './logic'
import type { QueryProblem } from './problem'
import type { FieldSql, Registry } from './registry'

export type CompiledQuery = { ok: true; where: Prisma.Sql } | { ok: false; problems: QueryProblem[] }

/**
 * The condition of a WHERE clause for a parsed filter, or what is wrong with the filter. Whatever a person typed is a
 * bind parameter of it, never part of its text. It is true exactly for the rows that match; for others it is false or
 * null. Needs a session in UTC: a time without a zone inside a document is taken as UTC.
 */
export function compileQuery(ast: QueryNode | null, registry: Registry, clock: Clock): CompiledQuery {
  const bound = bindQuery(ast, registry.fields, clock)
  if (!bound.ok) return bound
  return { ok: true, where: bound.node ? compile(bound.node, registry, clock) : Prisma.sql`TRUE` }
}

function compile(node: BoundNode, registry: Registry, clock: Clock): Prisma.Sql {
  switch (node.type) {
    case 'and':
      return allOf(node.nodes.map((child) => compile(child, registry, clock)))
    case 'or':
      return anyOf(node.nodes.map((child) => compile(child, registry, clock)))
    case 'not':
      return compileNot(node.node, registry, clock)
    case 'words':
      return Prisma.sql`(${registry.bareWord(node.segments.join('*'), `%${likePattern(node.segments)}%`)})`
    case 'test':
      return compileTests(node, sqlOf(registry, node.field.name), clock)
  }
}

/**
 * A predicate on a missing value is null, and its negation has to be true. AND and OR never tell null from false once
 * the whole is only asked whether it is true, so this is the one place that has to, and indexes stay usable elsewhere.
 */
function compileNot(node: BoundNode, registry: Registry, clock: Clock): Prisma.Sql {
  const isSet = node.type === 'test' && node.field.kind !== 'json' && node.tests.every((test) => test.op === 'set')
  if (isSet) return compile({ ...node, tests: [{ op: 'unset' }] }, registry, clock)
  return Prisma.sql`((${compile(node, registry, clock)}) IS NOT TRUE)`
}

function sqlOf(registry: Registry, name: string): FieldSql {
  const sql = registry.sql[name]
  if (!sql) throw new Error(`The field ${name} has no SQL.`)
  return sql
}

function compileTests(node: Extract<BoundNode, { type: 'test' }>, sql: FieldSql, clock: Clock): Prisma.Sql {
  const { field, path, tests } = node
  const wrap = sql.wrap ?? ((predicate) => predicate)
  if (field.kind === 'json' && path.length > 0) return wrap(jsonTests(sql, path, tests, clock))
  const positive = tests.filter((test) => test.op !== 'unset')
  const parts = positive.length > 0 ? [wrap(anyOf(positive.map((test) => columnTest(test, field, sql))))] : []
  if (positive.length < tests.length) parts.push(unset(field, sql))
  return anyOf(parts)
}

/** Behind `wrap` there may be no row at all, so that only the absence of a set value says unset. */
function unset(field: FieldDefinition, sql: FieldSql): Prisma.Sql {
  if (!sql.wrap && field.kind !== 'textArray') return columnTest({ op: 'unset' }, field, sql)
  const isSet = columnTest({ op: 'set' }, field, sql)
  return Prisma.sql`((${sql.wrap ? sql.wrap(isSet) : isSet}) IS NOT TRUE)`
}
