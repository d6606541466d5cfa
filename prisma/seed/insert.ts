import type { ClientBase } from 'pg'
import type { ConnectionRow, CredentialRow, EntityRow, PropertyRow, RecordRow } from './rows'

/** The tables in the order in which their foreign keys allow them to be filled. */
export interface Tables {
  connections: ConnectionRow[]
  credentials: CredentialRow[]
  entity: EntityRow[]
  properties: PropertyRow[]
  records: RecordRow[]
}

type Column<Row> = Record<keyof Row & string, string>
const TEXTS = 'text[]'

const COLUMNS: { [Table in keyof Tables]: Column<Tables[Table][number]> } = {
  connections: {
    id: 'text',
    name: 'text',
    issues: TEXTS,
    syncConfig: 'jsonb',
    createdAt: 'timestamp',
    updatedAt: 'timestamp',
    lastSyncAt: 'timestamp',
    subscriptionId: 'text',
    connectionId: 'text',
  },
  credentials: { id: 'text', type: 'text', value: 'jsonb', scope: TEXTS, k_id: 'text' },
  entity: {
    id: 'text',
    type: 'text',
    createdAt: 'timestamp',
    updatedAt: 'timestamp',
    createdBy: 'text',
    lastSyncId: 'text',
    k_id: 'text',
  },
  properties: {
    id: 'text',
    name: 'text',
    displayName: 'text',
    visible: 'boolean',
    config: 'jsonb',
    description: 'text',
    type: 'mastra."PropertyType"',
    order: 'integer',
    modifiable: 'boolean',
    parentId: 'text',
    entityId: 'text',
  },
  records: {
    id: 'text',
    externalId: 'text',
    data: 'jsonb',
    source: 'text',
    entityType: 'text',
    entityId: 'text',
    status: 'mastra."RecordStatus"',
    enrichmentStatus: 'mastra."RecordEnrichmentStatus"',
    deletedAt: 'timestamp',
    createdAt: 'timestamp',
    updatedAt: 'timestamp',
  },
}

/** Rows per statement. */
const CHUNK = 1_000

/** Every cell travels as text and is cast by the database; a zone in a timestamp is dropped there, and ours is UTC. */
function textOf(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'string') return cell
  return cell instanceof Date ? cell.toISOString() : JSON.stringify(cell)
}

function expressionOf(column: string, type: string): string {
  if (type === TEXTS) return `ARRAY(SELECT jsonb_array_elements_text(r."${column}"::jsonb))`
  return type === 'text' ? `r."${column}"` : `r."${column}"::${type}`
}

async function insertInto<Row extends object>(
  client: ClientBase,
  table: string,
  columns: Column<Row>,
  rows: Row[],
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[]
  const quoted = names.map((name) => `"${name}"`).join(', ')
  const values = names.map((name) => expressionOf(name, columns[name])).join(', ')
  const lists = names.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const statement = `INSERT INTO mastra."${table}" (${quoted}) SELECT ${values} FROM unnest(${lists}) AS r(${quoted})`
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK)
    await client.query(
      statement,
      names.map((name) => chunk.map((row) => textOf(row[name]))),
    )
  }
}

/** Fills Mastra's tables with `tables`, whose rows refer only to each other. Runs in the caller's transaction. */
export async function insertTables(client: ClientBase, tables: Tables): Promise<void> {
  await insertInto(client, 'connections', COLUMNS.connections, tables.connections)
  await insertInto(client, 'credentials', COLUMNS.credentials, tables.credentials)
  await insertInto(client, 'entity', COLUMNS.entity, tables.entity)
  await insertInto(client, 'properties', COLUMNS.properties, tables.properties)
  await insertInto(client, 'records', COLUMNS.records, tables.records)
}
