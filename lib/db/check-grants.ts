import 'server-only'
import type pg from 'pg'
import { type Grant, neededGrants } from './grants'

export interface GrantCheck {
  /** What the app needs and the role does not have. */
  missing: Grant[]
  /** What the role has and the app does not need, as one line each. */
  excess: string[]
}

type Reader = Pick<pg.Client, 'query'>

/** Compares what a role has in this database, also by membership and by PUBLIC, with what the app needs. Throws for a role that does not exist. */
export async function checkGrants(client: Reader, role: string): Promise<GrantCheck> {
  const needed = await neededGrants(client)
  const missing: Grant[] = []
  for (const grant of needed) if (!(await has(client, role, grant))) missing.push(grant)
  return { missing, excess: await excessOf(client, role, needed) }
}

async function has(client: Reader, role: string, { privilege, on, schema, name, column }: Grant): Promise<boolean> {
  const object = `format('%I.%I', $2::text, $3::text)`
  const [sql, values] =
    on === 'SCHEMA'
      ? [`SELECT has_schema_privilege($1, $2, $3) AS has`, [role, name, privilege]]
      : on === 'SEQUENCE'
        ? [`SELECT has_sequence_privilege($1, ${object}, $4) AS has`, [role, schema, name, privilege]]
        : column === null
          ? [`SELECT has_table_privilege($1, ${object}, $4) AS has`, [role, schema, name, privilege]]
          : [`SELECT has_column_privilege($1, ${object}, $4, $5) AS has`, [role, schema, name, column, privilege]]
  const { rows } = await client.query<{ has: boolean }>(sql, values)
  return rows[0]?.has ?? false
}

/** Tables with any privilege that is not needed there, columns that may be written and need not be, creating in our schemas, and being a superuser. */
async function excessOf(client: Reader, role: string, needed: readonly Grant[]): Promise<string[]> {
  const known = needed.map(
    ({ privilege, schema, name, column }) => `${privilege} ${schema}.${name}${column ? `.${column}` : ''}`,
  )
  const { rows } = await client.query<{ line: string }>(
    `WITH relations AS (
       SELECT c.oid, n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('mastra', 'mastra_admin') AND c.relkind IN ('r', 'p')
     ), whole AS (
       SELECT format('%s %s.%s', p, schema, name) AS line FROM relations,
         unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) AS p
       WHERE has_table_privilege($1, oid, p)
     ), written AS (
       SELECT format('%s %s.%s.%s', p, schema, name, a.attname) AS line
       FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped,
         unnest(ARRAY['INSERT','UPDATE']) AS p
       WHERE has_column_privilege($1, r.oid, a.attnum, p) AND NOT has_table_privilege($1, r.oid, p)
     ), others AS (
       SELECT format('CREATE %s', n) AS line FROM unnest(ARRAY['mastra', 'mastra_admin']) AS n WHERE has_schema_privilege($1, n, 'CREATE')
       UNION ALL SELECT 'SUPERUSER' FROM pg_roles WHERE rolname = $1 AND rolsuper
       UNION ALL SELECT format('OWNER %s.%s', schema, name) FROM relations r JOIN pg_class c ON c.oid = r.oid WHERE pg_has_role($1, c.relowner, 'MEMBER')
     )
     SELECT line FROM whole WHERE NOT line = ANY($2) UNION ALL SELECT line FROM written WHERE NOT line = ANY($2)
     UNION ALL SELECT line FROM others ORDER BY line`,
    [role, known],
  )
  return rows.map(({ line }) => line)
}
