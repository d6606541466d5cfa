import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import type pg from 'pg'

/** A transaction of reads that began on a replica and cannot be ended there: it has to be read again, from the primary. */
class ReaderLost extends Error {
  override name = 'ReaderLost'
}

/** By its name and not by its class: pages and routes are bundled apart and share one client, so that the class may be the other bundle's. */
export function isReaderLost(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReaderLost'
}

/** A conflict of one statement with what is replayed: the next one may well be answered. */
const PASSING = /^40/
/** What a replica says when it is the replica that fails and not the statement: connections, resources, its end or start, and conflicts between what it replays and what is read. */
const OF_THE_SERVER = /^(08|40|53|57P|58|XX)/

/** Postgres' own word on a statement has a code; where there is none, the network or the pool failed. */
function isLost(error: unknown): boolean {
  const code = codeOf(error)
  return code === undefined || OF_THE_SERVER.test(code)
}

function codeOf(error: unknown): string | undefined {
  return isDriverAdapterError(error) ? error.cause.originalCode : undefined
}

interface FallBackOptions {
  /** The pool of the primary, at the moment it is needed. */
  primary: () => pg.Pool
  /** Told of each failure that is likely to be the next statement's too. */
  lost: (error: unknown) => void
}

/**
 * The adapter of a replica, whose statements are asked of the primary when the replica fails at them: what is read there is no reason for a page to fail. For reads alone, since
 * a statement may be run twice.
 */
export function fallBackTo(options: FallBackOptions): (replica: SqlDriverAdapterFactory) => SqlDriverAdapterFactory {
  return (replica) => ({
    provider: replica.provider,
    adapterName: replica.adapterName,
    connect: async () =>
      fallBack(await replica.connect(), {
        ...options,
        lost: (error) => PASSING.test(codeOf(error) ?? '') || options.lost(error),
      }),
  })
}

function fallBack(replica: SqlDriverAdapter, { primary, lost }: FallBackOptions): SqlDriverAdapter {
  let second: { pool: pg.Pool; adapter: Promise<SqlDriverAdapter> } | undefined
  const adapter = () => {
    const pool = primary()
    if (second?.pool !== pool) second = { pool, adapter: new PrismaPg(pool).connect() }
    return second.adapter
  }
  const attempt = async <T>(work: (on: SqlDriverAdapter) => Promise<T>): Promise<T> => {
    try {
      return await work(replica)
    } catch (error) {
      if (!isLost(error)) throw error
      lost(error)
      return work(await adapter())
    }
  }
  return {
    provider: replica.provider,
    adapterName: replica.adapterName,
    queryRaw: (query) => attempt((on) => on.queryRaw(query)),
    executeRaw: (query) => attempt((on) => on.executeRaw(query)),
    executeScript: (script) => attempt((on) => on.executeScript(script)),
    startTransaction: (level) =>
      attempt(async (on) =>
        on === replica ? watched(await on.startTransaction(level), lost) : on.startTransaction(level),
      ),
    getConnectionInfo: () => replica.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => replica.dispose(),
  }
}

/** What has been read in a transaction cannot be carried to another server: whoever began it begins again. */
function watched(transaction: Transaction, lost: (error: unknown) => void): Transaction {
  const attempt = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (!isLost(error)) throw error
      lost(error)
      throw new ReaderLost('The replica was lost in the middle of a transaction.', { cause: error })
    }
  }
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query: SqlQuery) => attempt(transaction.queryRaw(query)),
    executeRaw: (query: SqlQuery) => attempt(transaction.executeRaw(query)),
    commit: () => transaction.commit(),
    rollback: () => transaction.rollback(),
  }
}
