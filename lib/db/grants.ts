import 'server-only'
import type pg from 'pg'
import { MASTRA_COLUMNS } from './mastra-columns'

/** What verbs write in Mastra's tables: these columns and no others. A record is made by the verb *create*, whole. */
const CHANGED: Readonly<Record<string, readonly string[]>> = {
  records: ['data', 'externalId', 'status', 'enrichmentStatus', 'deletedAt'],
  connections: ['issues'],
}
const INSERTED: Readonly<Record<string, readonly string[]>> = {
  records: [
    'id',
    'externalId',
    'data',
    'source',
    'entityType',
    'entityId',
    'status',
    'enrichmentStatus',
    'createdAt',
    'updatedAt',
  ],
}
/** Only added to: entries of the trail. They are let go of by a function that runs as its owner and keeps the floor. */
const APPEND_ONLY = 'audit_entry'
/** Only read: what migrations were applied. */
const READ_ONLY = '_prisma_migrations'

/** One privilege that the app needs; `column` is null for a whole relation, schema or function. */
export interface Grant {
  privilege: 'USAGE' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'
  on: 'SCHEMA' | 'TABLE' | 'SEQUENCE'
  schema: 'mastra' | 'mastra_admin'
  name: string
  column: string | null
}

type Reader = Pick<pg.Client, 'query'>

/** Everything that the app's role needs in this database and nothing else. Our tables are read from the database, so that a migration's are there too. */
export async function neededGrants(client: Reader): Promise<Grant[]> {
  const { rows } = await client.query<{ name: string; kind: string }>(
    `SELECT relname AS name, relkind AS kind FROM pg_class
     WHERE relnamespace = to_regnamespace('mastra_admin') AND relkind IN ('r', 'p', 'S') ORDER BY relname`,
  )
  const usage = (schema: Grant['schema']): Grant => ({
    privilege: 'USAGE',
    on: 'SCHEMA',
    schema,
    name: schema,
    column: null,
  })
  return [
    usage('mastra'),
    ...Object.keys(MASTRA_COLUMNS).map((name): Grant => table('SELECT', 'mastra', name)),
    ...columns('INSERT', INSERTED),
    ...columns('UPDATE', CHANGED),
    usage('mastra_admin'),
    ...rows.flatMap(({ name, kind }): Grant[] =>
      kind === 'S'
        ? [{ privilege: 'USAGE', on: 'SEQUENCE', schema: 'mastra_admin', name, column: null }]
        : privilegesOf(name).map((privilege) => table(privilege, 'mastra_admin', name)),
    ),
  ]
}

function privilegesOf(name: string): Grant['privilege'][] {
  if (name === READ_ONLY) return ['SELECT']
  return name === APPEND_ONLY ? ['SELECT', 'INSERT'] : ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
}

function table(
  privilege: Grant['privilege'],
  schema: Grant['schema'],
  name: string,
  column: string | null = null,
): Grant {
  return { privilege, on: 'TABLE', schema, name, column }
}

function columns(privilege: 'INSERT' | 'UPDATE', of: Readonly<Record<string, readonly string[]>>): Grant[] {
  return Object.entries(of).flatMap(([name, names]) => names.map((column) => table(privilege, 'mastra', name, column)))
}

/** An identifier as SQL has it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The statements that an owner of the database runs for this role, one for each relation and set of privileges. */
export function grantStatements(grants: readonly Grant[], role: string): string[] {
  const byTarget = new Map<string, string[]>()
  for (const { privilege, on, schema, name, column } of grants) {
    const target = on === 'SCHEMA' ? `SCHEMA ${quoted(name)}` : `${on} ${quoted(schema)}.${quoted(name)}`
    const whole = column === null ? privilege : `${privilege} (${quoted(column)})`
    byTarget.set(target, [...(byTarget.get(target) ?? []), whole])
  }
  return [...byTarget].map(([target, privileges]) => `GRANT ${joined(privileges)} ON ${target} TO ${quoted(role)};`)
}

/** `UPDATE ("a"), UPDATE ("b")` as `UPDATE ("a", "b")`. */
function joined(privileges: readonly string[]): string {
  const lists = new Map<string, string[]>()
  for (const text of privileges) {
    const [, verb = text, column] = /^(\w+) \((.+)\)$/.exec(text) ?? []
    lists.set(verb, [...(lists.get(verb) ?? []), ...(column ? [column] : [])])
  }
  return [...lists].map(([verb, names]) => (names.length > 0 ? `${verb} (${names.join(', ')})` : verb)).join(', ')
}
