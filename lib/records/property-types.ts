import 'server-only'
import type { PrismaClient } from '../db/generated/client'
import type { ValueType } from '../query/fields'

/** How values are compared by the type of their Property; the others are compared by their own JSON type. */
const VALUE_TYPES: Readonly<Record<string, ValueType>> = {
  NUMBER: 'number',
  FLOAT: 'number',
  CURRENCY: 'number',
  CHECKBOX: 'boolean',
  BOOLEAN: 'boolean',
  DATE: 'date',
  LONG_TEXT: 'text',
  SINGLE_LINE_TEXT: 'text',
  SINGLE_SELECT: 'text',
  MULTI_SELECT: 'text',
  BADGE_LIST: 'text',
  URL: 'text',
  PHONE: 'text',
}
/** Milliseconds for which an answer is good; properties change when someone maps a field anew. */
const FRESH = 15_000

/** The type at the keys of a path; undefined where no Property says one, or several contradict each other. */
export type TypeOf = (path: readonly string[]) => ValueType | undefined

interface Known {
  at: number
  byEntityType: Map<string, Map<string, string | null>>
  /** The paths that any entity declares as being of a type, whatever others say of them. */
  byType: Map<string, string[][]>
}

const known = new WeakMap<PrismaClient, Known>()

/**
 * What Properties say of the paths in `data`: of entities of `entityTypes`, in any case, or of all when none is named. A Property of a
 * connection counts for all connections; where two of them differ, none does.
 */
export async function propertyTypes(db: PrismaClient, entityTypes: readonly string[]): Promise<TypeOf> {
  return typeIn(await mapsOf(db, entityTypes))
}

/** The paths that Properties declare, of the same entities, with the type of each as `propertyTypes` says it. */
export async function propertyPaths(
  db: PrismaClient,
  entityTypes: readonly string[],
): Promise<{ path: string[]; type: ValueType | undefined }[]> {
  const maps = await mapsOf(db, entityTypes)
  const typeOf = typeIn(maps)
  const paths = new Set(maps.flatMap((map) => [...map.keys()]))
  return [...paths].map((key) => {
    const path = JSON.parse(key) as string[]
    return { path, type: typeOf(path) }
  })
}

/** The paths that any entity declares as being of this type, also where others contradict it. */
export async function declaredPaths(db: PrismaClient, type: string): Promise<string[][]> {
  return (await loadTypes(db)).byType.get(type) ?? []
}

type TypesByPath = Map<string, string | null>

async function mapsOf(db: PrismaClient, entityTypes: readonly string[]): Promise<TypesByPath[]> {
  const { byEntityType } = await loadTypes(db)
  const wanted = entityTypes.map((type) => type.toLowerCase())
  return [...byEntityType].flatMap(([type, map]) => (wanted.length === 0 || wanted.includes(type) ? [map] : []))
}

function typeIn(maps: readonly TypesByPath[]): TypeOf {
  return (path) => {
    const said = new Set(maps.map((map) => map.get(JSON.stringify(path))).filter((type) => type !== undefined))
    const [only] = said
    return said.size === 1 && only ? VALUE_TYPES[only] : undefined
  }
}

async function loadTypes(db: PrismaClient): Promise<Known> {
  const recent = known.get(db)
  if (recent && Date.now() - recent.at < FRESH) return recent
  const rows = await db.$queryRaw<{ entityType: string; path: string[]; types: string[] }[]>`
    with recursive tree as (
      select p.id, p."entityId", array[p.name] as path, p.type from mastra.properties p where p."parentId" is null
      union all
      select p.id, coalesce(p."entityId", tree."entityId"), tree.path || p.name, p.type from mastra.properties p join tree on p."parentId" = tree.id
      where cardinality(tree.path) < 8
    )
    select lower(e.type) as "entityType", tree.path, array_agg(distinct tree.type::text) as types
    from tree join mastra.entity e on e.id = tree."entityId" group by 1, 2`
  const byEntityType = new Map<string, Map<string, string | null>>()
  const byType = new Map<string, Map<string, string[]>>()
  for (const { entityType, path, types } of rows) {
    for (const one of types) byType.set(one, (byType.get(one) ?? new Map()).set(JSON.stringify(path), path))
    const [type = null] = types
    const map = byEntityType.get(entityType) ?? new Map<string, string | null>()
    map.set(JSON.stringify(path), types.length === 1 ? type : null)
    byEntityType.set(entityType, map)
  }
  const loaded = {
    at: Date.now(),
    byEntityType,
    byType: new Map([...byType].map(([type, paths]) => [type, [...paths.values()]])),
  }
  known.set(db, loaded)
  return loaded
}
