import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import { allOf, anyOf } from '../query/logic'
import type { CursorKeys } from './cursor'
import type { PageDirection } from './page'
import type { SortTerm } from './sort'

/**
 * An expression that rows are ordered by, of exactly the type named. `integer` is any whole number type. Cursors hold the values of
 * their row; those of a `sealed` column may be secrets, so that no browser may read such a cursor.
 */
export type SortColumn = { sql: Prisma.Sql; nullable: boolean; sealed?: true } & (
  | { type: 'text' | 'timestamp' | 'timestamptz' | 'integer' | 'numeric' | 'uuid' }
  /** A Postgres enum, ordered as it was declared. */
  | { type: 'enum'; enumType: Prisma.Sql; values: readonly string[] }
)

export interface KeysetTerm extends SortTerm {
  column: SortColumn
}

/**
 * The full order of a table: the terms a person chose, and `id`, which is unique and never null, so that every row has
 * one place. It runs in the direction of the last term, so that an index on (`createdAt` desc, `id` desc) is followed.
 * Terms behind `id` decide nothing and are dropped. Throws when a term has no column: terms come from `parseSort`.
 */
export function keysetTerms(
  terms: readonly SortTerm[],
  columns: Readonly<Record<string, SortColumn>>,
  id: string = 'id',
): KeysetTerm[] {
  const place = terms.findIndex((term) => term.field === id)
  const ordered =
    place < 0
      ? [...terms, { field: id, direction: terms.at(-1)?.direction ?? ('asc' as const) }]
      : terms.slice(0, place + 1)
  return ordered.map((term) => {
    const column = columns[term.field]
    if (!column) throw new Error(`The sort field ${term.field} has no column.`)
    return { ...term, column }
  })
}

/** The expressions of ORDER BY. `before` turns every direction, and with it the place of nulls, so the page is read backwards. */
export function orderBy(terms: readonly KeysetTerm[], direction: PageDirection = 'after'): Prisma.Sql {
  return Prisma.join(
    terms.map((term) =>
      isAscending(term, direction) ? Prisma.sql`${term.column.sql} ASC` : Prisma.sql`${term.column.sql} DESC`,
    ),
  )
}

/**
 * A select expression, text or JSON array of texts and nulls, with the row's own keys; read it by `readKeys`. Through
 * JSON, because its timestamps do not depend on the server's DateStyle.
 */
export function selectKeys(terms: readonly KeysetTerm[]): Prisma.Sql {
  const keys = terms.map(({ column }) => Prisma.sql`to_json(${column.sql}) #>> '{}'`)
  return Prisma.sql`json_build_array(${Prisma.join(keys)})::text`
}

/** The keys in what `selectKeys` selected. */
export function readKeys(selected: string): CursorKeys {
  return JSON.parse(selected) as CursorKeys
}

/**
 * The condition that a row lies beyond the cursor in `direction`: strictly, so the cursor's own row is on neither side.
 * Follows Postgres' default order, in which nulls come last ascending and first descending.
 */
export function keysetPredicate(
  terms: readonly KeysetTerm[],
  keys: CursorKeys,
  direction: PageDirection = 'after',
): Prisma.Sql {
  const steps = stepsOf(terms, keys, direction)
  return isRowComparison(steps) ? rowComparison(steps) : expanded(steps)
}

/**
 * The same condition as several that no row fulfils twice, each of which an index on the columns answers as one stretch: what lies beyond
 * in the last key, then in the one before, and so on. A page is the first rows of all of them together.
 */
export function keysetBranches(
  terms: readonly KeysetTerm[],
  keys: CursorKeys,
  direction: PageDirection = 'after',
): Prisma.Sql[] {
  const steps = stepsOf(terms, keys, direction)
  if (isRowComparison(steps)) return [rowComparison(steps)]
  return steps.flatMap((step, place) =>
    waysBeyond(step).map((beyond) => allOf([...steps.slice(0, place).map(isEqual), beyond])),
  )
}

interface Step {
  column: SortColumn
  key: string | null
  ascending: boolean
}

function stepsOf(terms: readonly KeysetTerm[], keys: CursorKeys, direction: PageDirection): Step[] {
  return terms.map((term, place) => ({
    column: term.column,
    key: keys[place] ?? null,
    ascending: isAscending(term, direction),
  }))
}

function isAscending(term: KeysetTerm, direction: PageDirection): boolean {
  return (term.direction === 'asc') === (direction === 'after')
}

/** A comparison of whole rows leaves out rows with nulls, which is right only where those lie on the other side: descending. */
function isRowComparison(steps: Step[]): boolean {
  return steps.every(
    ({ key, ascending, column }) =>
      key !== null && ascending === steps[0]?.ascending && !(ascending && column.nullable),
  )
}

/** The one form for which Postgres starts an index scan at the cursor. */
function rowComparison(steps: Step[]): Prisma.Sql {
  const columns = Prisma.join(steps.map(({ column }) => column.sql))
  const keys = Prisma.join(steps.map(({ column, key }) => literal(column, key)))
  return steps[0]?.ascending ? Prisma.sql`(${columns}) > (${keys})` : Prisma.sql`(${columns}) < (${keys})`
}

/** Beyond in the first key, or equal there and beyond in the second, and so on. */
function expanded(steps: Step[]): Prisma.Sql {
  const ways = steps.flatMap((step, place) => {
    const beyond = waysBeyond(step)
    return beyond.length > 0 ? [allOf([...steps.slice(0, place).map(isEqual), anyOf(beyond)])] : []
  })
  const bound = leadingBound(steps[0])
  return allOf([...(bound ? [bound] : []), anyOf(ways.length > 0 ? ways : [Prisma.sql`FALSE`])])
}

/** Implied by the rest, but in a form that lets an index on the first column skip everything before the cursor. */
function leadingBound(step: Step | undefined): Prisma.Sql | null {
  if (!step || step.key === null) return null
  const key = literal(step.column, step.key)
  if (!step.ascending) return Prisma.sql`${step.column.sql} <= ${key}`
  return step.column.nullable ? null : Prisma.sql`${step.column.sql} >= ${key}`
}

function isEqual({ column, key }: Step): Prisma.Sql {
  return key === null ? Prisma.sql`${column.sql} IS NULL` : Prisma.sql`${column.sql} = ${literal(column, key)}`
}

function waysBeyond({ column, key, ascending }: Step): Prisma.Sql[] {
  if (key === null) return ascending ? [] : [Prisma.sql`${column.sql} IS NOT NULL`]
  const value = literal(column, key)
  if (!ascending) return [Prisma.sql`${column.sql} < ${value}`]
  const greater = Prisma.sql`${column.sql} > ${value}`
  return column.nullable ? [greater, Prisma.sql`${column.sql} IS NULL`] : [greater]
}

function literal(column: SortColumn, key: string | null): Prisma.Sql {
  switch (column.type) {
    case 'text':
      return Prisma.sql`${key}::text`
    case 'timestamp':
      return Prisma.sql`${key}::timestamp`
    case 'timestamptz':
      return Prisma.sql`${key}::timestamptz`
    case 'integer':
      return Prisma.sql`${key}::bigint`
    case 'numeric':
      return Prisma.sql`${key}::numeric`
    case 'uuid':
      return Prisma.sql`${key}::uuid`
    case 'enum':
      return Prisma.sql`${key}::${column.enumType}`
  }
}
