import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { env } from '../env'
import { describeError, log } from '../log'
import { noteQuery } from '../metrics/time-queries'
import { askAgain } from './ask-again'
import { PrismaClient } from './generated/client'
import { tellOfPool } from './pools'
import { StallWatch } from './stall-watch'

/** Milliseconds to wait until one of the pool's connections is free: being busy is no outage, which new connections are what tells. */
const POOL_TIMEOUT = 8_000
/** Milliseconds after which Postgres gives up on one of our statements; reads that may be slow set less. */
const STATEMENT_TIMEOUT = 30_000
/** Milliseconds that a statement waits for what another session holds, before the person is told so. */
const LOCK_TIMEOUT = 4_000

// Kept on globalThis, because this module is loaded more than once: by each bundle of the build, and anew on each change in development.
const shared = globalThis as typeof globalThis & {
  mastraAdminClient?: PrismaClient
  mastraAdminPoolsOf?: WeakMap<PrismaClient, { url: string; pool: pg.Pool }>
}
shared.mastraAdminPoolsOf ??= new WeakMap()
const poolsOf = shared.mastraAdminPoolsOf

/**
 * A client on a pool of its own. Timestamps in Mastra's tables carry no zone and mean UTC, so every session runs in UTC.
 * `application_name` lets the owner of the database tell our sessions from the sync's. `around` may stand between the client and its pool.
 */
export function connectTo(
  url: string,
  poolSize = env().DATABASE_POOL_SIZE,
  around: (adapter: SqlDriverAdapterFactory) => SqlDriverAdapterFactory = askAgain,
): PrismaClient {
  const stalls = new StallWatch(url)
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    Client: class extends pg.Client {
      constructor(config?: pg.ClientConfig) {
        super({ ...config, connectionTimeoutMillis: stalls.patience })
      }
    },
    connectionTimeoutMillis: POOL_TIMEOUT,
    idleTimeoutMillis: 30_000,
    application_name: 'mastra-admin',
    keepAlive: true,
    stream: stalls.socket,
    options: `-c TimeZone=UTC -c statement_timeout=${STATEMENT_TIMEOUT} -c lock_timeout=${LOCK_TIMEOUT} -c idle_in_transaction_session_timeout=60000`,
  })
  pool.on('error', (error) => log.warn({ error: describeError(error) }, 'an idle database connection was lost'))
  stalls.watch(pool)
  tellOfPool(url === env().DATABASE_REPLICA_URL ? 'replica' : 'primary', pool)
  const client = new PrismaClient({
    adapter: around(new PrismaPg(pool, { disposeExternalPool: true })),
    log: [{ emit: 'event', level: 'query' }],
  })
  client.$on('query', ({ query, duration }) => noteQuery(query, duration))
  poolsOf.set(client, { url, pool })
  return client
}

/** The connection string of `database()`, for work that needs a session of its own. It holds a password: it is not for logs. */
export function databaseAddress(): string {
  return poolOf(database()).url
}

/** The pool of a client that `connectTo` made. */
export function poolOf(client: PrismaClient): { url: string; pool: pg.Pool } {
  const known = poolsOf.get(client)
  if (!known) throw new Error('The database client was not made by connectTo.')
  return known
}

/** The one client of this process, over both schemas; connects on first use. Throws when DATABASE_URL is missing. */
export function database(): PrismaClient {
  if (!shared.mastraAdminClient) {
    const url = env().DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set.')
    shared.mastraAdminClient = connectTo(url)
  }
  return shared.mastraAdminClient
}

/** Makes `client` the one of this process; for commands and tests that choose their database themselves. */
export function adoptDatabase(client: PrismaClient): void {
  shared.mastraAdminClient = client
}
