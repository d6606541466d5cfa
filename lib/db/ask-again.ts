import 'server-only'
import { isDriverAdapterError, type SqlDriverAdapter, type SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { describeError, log } from '../log'

/** Milliseconds after which a failure is no connection that was closed unnoticed, but an outage that the person is to hear of. */
const AT_ONCE = 1_000

/**
 * The adapter of a pool whose connections may have been closed while nobody used them: by a server that was restarted, a proxy or a firewall. Whoever gets one of these
 * first is asked again on another, once, where that cannot do anything twice: a read outside of a transaction, and the beginning of a transaction.
 */
export function askAgain(inner: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => withSecondAttempt(await inner.connect()),
  }
}

function withSecondAttempt(inner: SqlDriverAdapter): SqlDriverAdapter {
  const twice = async <T>(work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    try {
      return await work()
    } catch (error) {
      if (!wasClosed(error) || performance.now() - began > AT_ONCE) throw error
      log.warn({ error: describeError(error) }, 'a database connection was lost before it was used; another is asked')
      return work()
    }
  }
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => (isRead(query.sql) ? twice(() => inner.queryRaw(query)) : inner.queryRaw(query)),
    executeRaw: (query) => inner.executeRaw(query),
    executeScript: (script) => inner.executeScript(script),
    startTransaction: (level) => twice(() => inner.startTransaction(level)),
    getConnectionInfo: () => inner.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => inner.dispose(),
  }
}

/** What a server says last when it ends a session: by command, or because it broke down (Postgres, appendix A). */
const ENDED = new Set(['57P01', '57P02'])

/** Whether the connection was closed under the statement. A server that cannot be reached, or takes no more connections, would say the same again. */
function wasClosed(error: unknown): boolean {
  if (isDriverAdapterError(error))
    return error.cause.kind === 'ConnectionClosed' || ENDED.has(error.cause.originalCode ?? '')
  // pg's own word for an end of the stream, which Prisma passes on as it is; and that of the system, when it was written to.
  return (
    error instanceof Error &&
    (/^Connection terminated/.test(error.message) || ('code' in error && error.code === 'EPIPE'))
  )
}

const BEGINS_AS_READ = /^(?:\s|\/\*[^*]*\*\/)*(?:select|with)\b/i
const WRITES = /\b(?:insert|update|delete|merge|call)\b/i

/** Whether a statement only reads; one that could be taken for a write, such as a `select … for update`, counts as one. */
export function isRead(sql: string): boolean {
  return BEGINS_AS_READ.test(sql) && !WRITES.test(sql)
}
