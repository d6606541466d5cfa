import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import type { Wanted } from '../completion/answer'
import { columnValues, type ValueSource } from '../completion/column-values'
import { occurringPaths, valuesAtPath } from '../completion/document-values'
import type { Occurring } from '../completion/occurring-schema'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { maskPolicy } from '../mask/mask-policy'
import type { Masker } from '../mask/policy'
import { parseQuery } from '../query/parse'
import { printPath } from '../query/print'
import { propertyPaths, propertyTypes } from './property-types'
import { entityTypesOf } from './record-registry'

const RECORDS = {
  schema: 'mastra',
  table: 'records',
  from: Prisma.sql`mastra.records r`,
  newest: Prisma.sql`r.id desc`,
} as const
const ENTITY = {
  schema: 'mastra',
  table: 'entity',
  from: Prisma.sql`mastra.entity e`,
  newest: Prisma.sql`e.id desc`,
} as const
const CONNECTIONS = {
  schema: 'mastra',
  table: 'connections',
  from: Prisma.sql`mastra.connections c`,
  newest: Prisma.sql`c.id desc`,
} as const

const SOURCES: Readonly<Record<string, ValueSource>> = {
  id: { ...RECORDS, column: 'id', value: Prisma.sql`r.id`, ordered: true },
  externalId: { ...RECORDS, column: 'externalId', value: Prisma.sql`r."externalId"`, ordered: true },
  entityType: { ...RECORDS, column: 'entityType', value: Prisma.sql`r."entityType"` },
  source: { ...RECORDS, column: 'source', value: Prisma.sql`r.source` },
  entityId: { ...RECORDS, column: 'entityId', value: Prisma.sql`r."entityId"` },
  'entity.id': { ...ENTITY, column: 'id', value: Prisma.sql`e.id`, ordered: true },
  'entity.type': { ...ENTITY, column: 'type', value: Prisma.sql`e.type` },
  'connection.id': { ...CONNECTIONS, column: 'id', value: Prisma.sql`c.id`, ordered: true },
  'connection.name': { ...CONNECTIONS, column: 'name', value: Prisma.sql`c.name` },
  'connection.connectionId': {
    ...CONNECTIONS,
    column: 'connectionId',
    value: Prisma.sql`c."connectionId"`,
    ordered: true,
  },
}

/** What the field of a record holds, or what paths there are in `data`: those of Properties and of the newest documents. */
export async function recordValues(actor: Actor, { field, path, typed, q }: Wanted): Promise<Occurring> {
  authorize(actor, 'records:read')
  const policy = await maskPolicy(actor)
  const source = SOURCES[field.name]
  if (source) return { values: await columnValues(policy, source, typed), paths: [] }
  if (field.kind !== 'json') return { values: [], paths: [] }
  const types = typesNamedIn(q)
  const documents = {
    ...RECORDS,
    // Records of other types may be looked at too, where those of these are hard to find.
    mask: policy.ofRecord(null),
    document: Prisma.sql`r.data`,
    only: types.length > 0 ? Prisma.sql`lower(r."entityType") = any(${types})` : undefined,
  }
  if (path.length > 0) {
    const keys = path.flatMap((step) => (step.type === 'key' ? [step.key] : []))
    const [values, typeOf] = await Promise.all([valuesAtPath(documents, path, typed), propertyTypes(database(), types)])
    return { values, paths: [{ path: inData(keys), type: typeOf(keys) }] }
  }
  return { values: [], paths: await dataPaths(documents.mask, types, await occurringPaths(documents)) }
}

/** Half a filter often cannot be parsed as a whole; its terms still can. */
function typesNamedIn(q: string): string[] {
  const terms = [q, ...q.split(/\s+/)].flatMap((text) => {
    const parsed = parseQuery(text)
    return parsed.ok ? entityTypesOf(parsed.ast) : []
  })
  return [...new Set(terms.map((type) => type.toLowerCase()))]
}

async function dataPaths(mask: Masker, entityTypes: string[], occurring: string[][]): Promise<Occurring['paths']> {
  const declared = await propertyPaths(database(), entityTypes)
  const all = new Map([...declared.map(({ path }) => path), ...occurring].map((path) => [JSON.stringify(path), path]))
  const types = new Map(declared.map(({ path, type }) => [JSON.stringify(path), type]))
  return [...all]
    .filter(([, path]) => mask.shownAt(path) !== 'masked')
    .map(([key, path]) => ({
      path: inData(path),
      type: types.get(key),
    }))
}

function inData(keys: string[]): string {
  return printPath({ steps: ['data', ...keys].map((key) => ({ type: 'key', key })) })
}
