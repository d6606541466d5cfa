import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { type DataColumn, isDataColumn, keysOf } from './columns'
import type { PropertyColumn } from './property-dto'
import type { RecordSearch } from './search-query'
import { type DeclaredProperty, mergeProperties } from './typed-merge'
import { type TypedScope, type TypedSource, typedScope } from './typed-scope'

/** Milliseconds; a table without its types is still a table. */
const BUDGET = 1_500
/** Milliseconds for which an answer is good: properties change when a connection is made or changed, a list is asked for all the time. */
const FRESH = 10_000
/** The newest entities of the type, as those say best what its records look like now. */
const MOST_ENTITIES = 1_000
const MOST_PROPERTIES = 2_000
/** Composites within composites. */
const DEEPEST = 4

interface Known {
  at: number
  columns: Promise<PropertyColumn[]>
}

const known = new WeakMap<PrismaClient, Map<string, Known>>()

/**
 * What the Properties say of the data in view: of the one entity type that the filter keeps to, and of the connections that it keeps to as well, else of the paths that
 * the address names. Empty where nothing is declared, or finding it took over 1.5 seconds.
 */
export async function typedColumns(actor: Actor, search: RecordSearch): Promise<PropertyColumn[]> {
  authorize(actor, 'records:read')
  return propertiesFor(search)
}

/** The same for those who have authorised already. */
export function propertiesFor(search: Pick<RecordSearch, 'q' | 'columns' | 'terms'>): Promise<PropertyColumn[]> {
  const scope = typedScope(search.q)
  const roots = scope ? null : rootsNamed(search)
  if (roots?.length === 0) return Promise.resolve([])
  const db = database()
  const lately = known.get(db) ?? new Map<string, Known>()
  known.set(db, lately)
  const key = JSON.stringify([scope, roots])
  const recent = lately.get(key)
  if (recent && Date.now() - recent.at < FRESH) return recent.columns
  const columns = read(db, scope, roots).catch((error: unknown) => {
    lately.delete(key)
    throw error
  })
  // A person may name any type and path, and none of them should be kept for ever.
  if (lately.size > 200) lately.clear()
  lately.set(key, { at: Date.now(), columns })
  return columns
}

/** The first keys of the paths that the columns and the sort name. */
function rootsNamed({ columns, terms }: Pick<RecordSearch, 'columns' | 'terms'>): string[] {
  const named = [...(columns ?? []).map(({ name }) => name), ...terms.map(({ field }) => field)]
  return [
    ...new Set(named.filter((name): name is DataColumn => isDataColumn(name)).map((name) => keysOf(name)[0] ?? '')),
  ].sort()
}

async function read(db: PrismaClient, scope: TypedScope, roots: string[] | null): Promise<PropertyColumn[]> {
  const columns = await readWithin(db, scope, roots)
  // Whose records they are says nothing where these connections declare none of that type: records are also imported, and moved.
  if (columns.length > 0 || scope?.by !== 'type' || !scope.from) return columns
  return readWithin(db, { by: 'type', value: scope.value }, roots)
}

/** The ids of the entities in view. */
function entitiesOf(scope: TypedScope): Prisma.Sql {
  if (!scope) return Prisma.sql`select id from mastra.entity`
  if (scope.by === 'entity') return Prisma.sql`select id from mastra.entity where id = ${scope.value}`
  const ofType = Prisma.sql`select id from mastra.entity where lower(type) = ${scope.value}`
  return scope.from
    ? Prisma.sql`${ofType} and k_id in (select id from mastra.connections where ${CONNECTION[scope.from.by]} = ${scope.from.value})`
    : ofType
}

const CONNECTION: Record<TypedSource['by'], Prisma.Sql> = {
  connection: Prisma.sql`id`,
  integration: Prisma.sql`lower(name)`,
  customer: Prisma.sql`lower("connectionId")`,
}

async function readWithin(db: PrismaClient, scope: TypedScope, roots: string[] | null) {
  const chosen = entitiesOf(scope)
  const named = roots ? Prisma.sql`and p.name = any(${roots}::text[])` : Prisma.empty
  const declared = await withinBudget(
    db,
    BUDGET,
    (tx) => tx.$queryRaw<DeclaredProperty[]>`
      with recursive chosen as materialized (${chosen} order by id desc limit ${MOST_ENTITIES}),
      own as materialized (
        select id, "parentId", "entityId", name, "displayName", type::text as type, "order", visible from mastra.properties
        where "entityId" in (select id from chosen) or ("entityId" is null and "parentId" is not null)
      ),
      tree as (
        select p.*, array[p.name] as path from own p
        where p."entityId" is not null and not exists (select from own parent where parent.id = p."parentId") ${named}
        union all
        select part.*, tree.path || part.name from own part join tree on part."parentId" = tree.id
        where cardinality(tree.path) < ${DEEPEST}
      )
      select path, "displayName" as label, type, "order"::int, visible, count(*)::int as count
      from tree group by 1, 2, 3, 4, 5 order by count(*) desc, 1, 2, 3, 4, 5 limit ${MOST_PROPERTIES}`,
  )
  return mergeProperties(declared ?? [])
}
