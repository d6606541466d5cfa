import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import type { Wanted } from '../completion/answer'
import { columnValues, type ValueSource } from '../completion/column-values'
import { occurringPaths, valuesAtPath } from '../completion/document-values'
import type { Occurring } from '../completion/occurring-schema'
import { Prisma } from '../db/generated/client'
import { maskPolicy } from '../mask/mask-policy'
import { printPath } from '../query/print'

const CONNECTIONS = {
  schema: 'mastra',
  table: 'connections',
  from: Prisma.sql`mastra.connections c`,
  newest: Prisma.sql`c.id desc`,
} as const
const ENTITY = {
  schema: 'mastra',
  table: 'entity',
  from: Prisma.sql`mastra.entity e`,
  newest: Prisma.sql`e.id desc`,
} as const
const CREDENTIALS = {
  schema: 'mastra',
  table: 'credentials',
  from: Prisma.sql`mastra.credentials k`,
  newest: Prisma.sql`k.id desc`,
} as const

const SOURCES: Readonly<Record<string, ValueSource>> = {
  id: { ...CONNECTIONS, column: 'id', value: Prisma.sql`c.id`, ordered: true },
  name: { ...CONNECTIONS, column: 'name', value: Prisma.sql`c.name` },
  connectionId: { ...CONNECTIONS, column: 'connectionId', value: Prisma.sql`c."connectionId"`, ordered: true },
  issues: { ...CONNECTIONS, column: 'issues', value: Prisma.sql`c.issues`, isList: true },
  subscriptionId: { ...CONNECTIONS, column: 'subscriptionId', value: Prisma.sql`c."subscriptionId"`, ordered: true },
  'credential.type': { ...CREDENTIALS, column: 'type', value: Prisma.sql`k.type` },
  'credential.scope': { ...CREDENTIALS, column: 'scope', value: Prisma.sql`k.scope`, isList: true },
  'entity.type': { ...ENTITY, column: 'type', value: Prisma.sql`e.type` },
  'entity.id': { ...ENTITY, column: 'id', value: Prisma.sql`e.id`, ordered: true },
}
const SYNC_CONFIG = {
  ...CONNECTIONS,
  document: Prisma.sql`c."syncConfig"`,
  only: Prisma.sql`c."syncConfig" is not null`,
}

/** What the field of a connection holds, or what paths there are in `syncConfig`. */
export async function connectionValues(actor: Actor, { field, path, typed }: Wanted): Promise<Occurring> {
  authorize(actor, 'connections:read')
  const source = SOURCES[field.name]
  if (source) return { values: await columnValues(await maskPolicy(actor), source, typed), paths: [] }
  if (field.kind !== 'json') return { values: [], paths: [] }
  const documents = { ...SYNC_CONFIG, mask: (await maskPolicy(actor)).ofDocument }
  if (path.length > 0) return { values: await valuesAtPath(documents, path, typed), paths: [] }
  const paths = await occurringPaths(documents)
  const steps = (keys: string[]) => [field.name, ...keys].map((key) => ({ type: 'key' as const, key }))
  return { values: [], paths: paths.map((keys) => ({ path: printPath({ steps: steps(keys) }) })) }
}
