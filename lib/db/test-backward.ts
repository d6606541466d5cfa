import type pg from 'pg'

interface Column {
  type: string
  required: boolean
  filled: boolean
}

/** What a version that runs relies on: tables with their columns, what may not be written to them, functions. */
export interface Promises {
  tables: Map<string, Map<string, Column>>
  /** Unique, check, foreign-key and exclusion rules by `table.name`, with the columns that they are about. */
  rules: Map<string, { table: string; columns: string[] }>
  functions: Set<string>
}

export async function promisesOf(sql: pg.Client, schema: string): Promise<Promises> {
  const columns = await sql.query<{ table: string; column: string } & Column>(
    `select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
       (a.atthasdef or a.attidentity <> '' or a.attgenerated <> '') as filled
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
    [schema],
  )
  const rules = await sql.query<{ name: string; table: string; columns: string[] }>(
    `select c.relname || '.' || rule.name as name, c.relname as "table",
       coalesce((select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (rule.columns)), '{}') as columns
     from pg_class c join lateral (
       select conname::text as name, conkey::int[] as columns from pg_constraint where conrelid = c.oid and contype in ('c', 'f', 'u', 'x')
       union all select i.relname::text, x.indkey::int[] from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid and x.indisunique
     ) as rule on true where c.relnamespace = to_regnamespace($1)`,
    [schema],
  )
  const functions = await sql.query<{ name: string }>(
    'select oid::regprocedure::text as name from pg_proc where pronamespace = to_regnamespace($1)',
    [schema],
  )
  const tables = new Map<string, Map<string, Column>>()
  for (const { table, column, type, required, filled } of columns.rows) {
    const known = tables.get(table) ?? new Map<string, Column>()
    tables.set(table, known.set(column, { type, required, filled }))
  }
  return {
    tables,
    rules: new Map(rules.rows.map(({ name, table, columns: of }) => [name, { table, columns: of }])),
    functions: new Set(functions.rows.map(({ name }) => name)),
  }
}

/** What the version that made `before` would stumble over after a migration that makes it `after`, each as a sentence. */
export function broken(before: Promises, after: Promises): string[] {
  const faults: string[] = []
  for (const [table, columns] of before.tables) {
    const now = after.tables.get(table)
    if (!now) {
      faults.push(`${table} is gone`)
      continue
    }
    for (const [name, was] of columns) faults.push(...ofColumn(`${table}.${name}`, was, now.get(name)))
    for (const [name, column] of now)
      if (!columns.has(name) && column.required && !column.filled)
        faults.push(`${table}.${name} is new and has to be given`)
  }
  for (const [name, { table, columns }] of after.rules) {
    const known = before.tables.get(table)
    if (known && !before.rules.has(name) && columns.every((column) => known.has(column)))
      faults.push(`${name} refuses what was written before`)
  }
  for (const name of before.functions) if (!after.functions.has(name)) faults.push(`${name} is gone`)
  return faults
}

function ofColumn(name: string, was: Column, is: Column | undefined): string[] {
  if (!is) return [`${name} is gone`]
  const faults: string[] = []
  if (is.type !== was.type) faults.push(`${name} was ${was.type} and is ${is.type}`)
  if (is.required && !was.required) faults.push(`${name} has to be given`)
  if (was.required && !is.required) faults.push(`${name} may be null where it never was`)
  if (is.required && was.filled && !is.filled) faults.push(`${name} has lost its default`)
  return faults
}
