import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

const { builtins } = pg.types

/** The types of the system catalogue, which is all that the schema engine reads with a column of type "char" among them. */
const CATALOGUE_TYPES: Readonly<Record<number, ColumnType>> = {
  [builtins.CHAR]: ColumnTypeEnum.Character,
  [builtins.BOOL]: ColumnTypeEnum.Boolean,
  [builtins.INT2]: ColumnTypeEnum.Int32,
  [builtins.INT4]: ColumnTypeEnum.Int32,
  [builtins.INT8]: ColumnTypeEnum.Int64,
  [builtins.OID]: ColumnTypeEnum.Int64,
  [builtins.TEXT]: ColumnTypeEnum.Text,
  [builtins.VARCHAR]: ColumnTypeEnum.Text,
  /** `name`, and the arrays of `name` and of text. */
  19: ColumnTypeEnum.Text,
  1003: ColumnTypeEnum.TextArray,
  1009: ColumnTypeEnum.TextArray,
}

/** `close` ends every connection: the engine leaves them open, and with them its lock on the database. */
export type MigrationAdapter = SqlMigrationAwareDriverAdapterFactory & { close: () => Promise<void> }

/**
 * What the schema engine needs of Prisma's adapter for Postgres, around three of its defects (7.10.0): it refuses columns of type
 * "char", it splits scripts at each semicolon, also in a function's body, and it ignores the name of the shadow database
 * when it was given a connection string. One connection only, so that session-level locks and settings hold.
 */
export function migrationAdapter(url: string, schema: string): MigrationAdapter {
  const opened: SqlDriverAdapter[] = []
  const connect = async (target: string) => {
    const adapter = await open(target, schema)
    opened.push(adapter)
    return adapter
  }
  return {
    close: async () => {
      for (const adapter of opened.splice(0).reverse()) await adapter.dispose()
    },
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${globalThis.crypto.randomUUID()}`
      const main = await connect(url)
      await main.executeScript(`CREATE DATABASE "${name}"`)
      const shadow = new URL(url)
      shadow.pathname = `/${name}`
      const adapter = await connect(shadow.href)
      const dispose = adapter.dispose
      adapter.dispose = async () => {
        await dispose()
        await main.executeScript(`DROP DATABASE IF EXISTS "${name}"`)
      }
      return adapter
    },
  }
}

async function open(url: string, schema: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 10_000,
    options: `-c search_path="${schema}" -c TimeZone=UTC`,
    application_name: 'mastra-admin migrate',
  })
  const inner = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect()
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: async (query) => {
      try {
        return await inner.queryRaw(query)
      } catch (error) {
        if (refusedChar(error)) return readCatalogue(pool, query)
        throw error
      }
    },
    executeRaw: (query) => inner.executeRaw(query),
    executeScript: async (script) => {
      await pool.query(script).catch(rethrowForEngine)
    },
    startTransaction: (isolation) => inner.startTransaction(isolation),
    getConnectionInfo: () => ({ schemaName: schema, supportsRelationJoins: true }),
    dispose: async () => {
      if (!pool.ended) await inner.dispose()
    },
  }
}

function refusedChar(error: unknown): boolean {
  return (
    error instanceof DriverAdapterError &&
    error.cause.kind === 'UnsupportedNativeDataType' &&
    error.cause.type === 'char'
  )
}

/** The same query again, with the types of its columns told by us. Nothing but reads of the catalogue have such a column. */
async function readCatalogue(pool: pg.Pool, { sql, args }: SqlQuery): Promise<SqlResultSet> {
  const { fields, rows } = await pool.query<unknown[]>({ text: sql, values: args, rowMode: 'array' })
  const columnTypes = fields.map(({ name, dataTypeID }) => {
    const type = CATALOGUE_TYPES[dataTypeID]
    if (type === undefined) throw new Error(`The catalogue column ${name} has the unexpected type ${dataTypeID}.`)
    return type
  })
  return { columnNames: fields.map(({ name }) => name), columnTypes, rows }
}

/** The engine reads errors only in the adapter's own form. */
function rethrowForEngine(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error
  const { code = '', severity = 'ERROR', message, detail, column, hint } = error
  throw new DriverAdapterError({
    kind: 'postgres',
    code,
    severity,
    message,
    detail,
    column,
    hint,
    originalCode: code,
    originalMessage: message,
  })
}
