import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import type { FieldDefinition } from './fields'

/** Where a field's value is found. The keys of `Registry.sql` are the names of its fields. */
export interface FieldSql {
  /**
   * An expression of the type that the field's kind says: `text`, any number, `boolean`, `timestamp` or `timestamptz`,
   * `text[]`, `jsonb`. Other types are cast in the expression (`id::text` for a uuid), since a typed value that is not
   * of the column's type would be an error in the database.
   */
  column: Prisma.Sql
  /** For `enum`: the type to which values are cast, so that an index serves; none when the column is text. */
  enumType?: Prisma.Sql
  /** For `date`: whether the column is `timestamptz`; otherwise it is `timestamp` and means UTC. */
  zoned?: boolean
  /** For `textArray`: the list as it is stored, where `column` rewrites its items. Whether there are any is asked of it, which an index can serve. */
  stored?: Prisma.Sql
  /** For `json`: Postgres' regular expression for what a text must lose before a part of it is compared, since it is not shown. */
  hidden?: string
  /** For `json`: whether there is an index on the key (lib/query/path-keys.ts) of the value at `keys`. */
  isIndexed?: (keys: readonly string[], kind: 'text' | 'number') => boolean
  /** Puts a predicate over `column` where it holds, such as into EXISTS over a related table. */
  wrap?: (predicate: Prisma.Sql) => Prisma.Sql
}

/** Everything the compiler knows about one table. */
export interface Registry {
  fields: readonly FieldDefinition[]
  sql: Readonly<Record<string, FieldSql>>
  /**
   * The predicate of a word or phrase without a field. `text` is what was typed; `like` is the same as a LIKE pattern
   * that matches anywhere, with the word's own wildcards. Both go into the SQL as parameters.
   */
  bareWord: (text: string, like: string) => Prisma.Sql
}
