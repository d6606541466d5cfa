import type pg from 'pg'

const QUERIES = {
  columns: `
    SELECT table_name, column_name, ordinal, type, not_null, "default" FROM (
      SELECT c.relname AS table_name, a.attname AS column_name, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum)::int AS ordinal,
             format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null, pg_get_expr(d.adbin, d.adrelid) AS "default"
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
    ) AS live ORDER BY table_name, ordinal`,
  indexes: 'SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = $1 ORDER BY 1, 2',
  constraints: `
    SELECT conrelid::regclass::text AS table_name, conname, contype::text, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = $1::regnamespace ORDER BY 1, 2`,
  enums: `
    SELECT t.typname, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = $1::regnamespace GROUP BY 1 ORDER BY 1`,
  triggers: `
    SELECT tgrelid::regclass::text AS table_name, tgname, pg_get_triggerdef(oid) AS definition
    FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = $1::regnamespace) ORDER BY 1, 2`,
  others: `
    SELECT relname, relkind::text FROM pg_class
    WHERE relnamespace = $1::regnamespace AND relkind NOT IN ('r', 'i', 't') ORDER BY 1`,
  functions:
    'SELECT proname, pg_get_functiondef(oid) AS definition FROM pg_proc WHERE pronamespace = $1::regnamespace ORDER BY 1',
} as const

export type Structure = Record<string, unknown[]>

/**
 * Everything that the structure of a schema consists of, in an order that does not depend on how it came to be, with the rows
 * of its `_prisma_migrations` (without their ids and times). Two schemas are built alike when this is equal.
 */
export async function structureOf(client: pg.Client, schema: string): Promise<Structure> {
  const structure: Structure = {}
  for (const [part, query] of Object.entries(QUERIES)) structure[part] = (await client.query(query, [schema])).rows
  const migrations = await client.query(
    `SELECT migration_name, checksum, logs, applied_steps_count, finished_at IS NOT NULL AS finished, rolled_back_at
     FROM ${client.escapeIdentifier(schema)}._prisma_migrations ORDER BY 1`,
  )
  structure.migrations = migrations.rows
  return structure
}
