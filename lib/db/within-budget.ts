import 'server-only'
import { describeError, log } from '../log'
import { requestSignal } from '../server/request-state'
import { database } from './client'
import { isReaderLost } from './fall-back'
import { Prisma, type PrismaClient } from './generated/client'
import { inTransaction } from './in-transaction'

/**
 * Runs reads in a short transaction in which each statement may take `milliseconds`; null when Postgres had to stop one, which is
 * an answer and no failure: because the time was over, or because `signal` was aborted, by default since the person has left. For
 * what a page can do without, or can explain. A replica that is lost in the middle has all of it read again from the primary. Other errors of the database are thrown.
 */
export async function withinBudget<T>(
  db: PrismaClient,
  milliseconds: number,
  read: (tx: Prisma.TransactionClient) => Promise<T>,
  signal: AbortSignal | undefined = requestSignal(),
): Promise<T | null> {
  if (signal?.aborted) return null
  try {
    return await inTransaction(
      db,
      async (tx) => {
        const [session] = await tx.$queryRaw<Session[]>`
          select pg_backend_pid() as pid, now()::text as begun, set_config('statement_timeout', ${String(milliseconds)}, true)`
        const stop = () => session && cancel(db, session)
        signal?.addEventListener('abort', stop)
        try {
          return await read(tx)
        } finally {
          // The session is someone else's as soon as the transaction ends.
          signal?.removeEventListener('abort', stop)
        }
      },
      // Above what the statements may take, so that it is Postgres who ends them.
      { maxWait: 5_000, timeout: milliseconds * 5 + 5_000 },
    )
  } catch (error) {
    if (wasStopped(error)) return null
    if (isReaderLost(error) && db !== database()) return withinBudget(database(), milliseconds, read, signal)
    throw error
  }
}

interface Session {
  pid: number
  /** When its transaction began, which tells it from the next one of the same session. */
  begun: string
}

function cancel(db: PrismaClient, { pid, begun }: Session): void {
  db.$queryRaw`
    select pg_cancel_backend(pid) from pg_stat_activity where pid = ${pid}::int and xact_start = ${begun}::timestamptz`.catch(
    (error: unknown) => log.warn({ error: describeError(error) }, 'a query that nobody waits for could not be stopped'),
  )
}

/** 57014 is query_canceled, which Prisma wraps in its code for a failed raw query. */
function wasStopped(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2010' &&
    JSON.stringify(error.meta).includes('57014')
  )
}
