import 'server-only'
import { Prisma, type PrismaClient } from './generated/client'

/**
 * Runs reads in a short transaction in which each statement may take `milliseconds`; null when Postgres had to stop one, which is
 * an answer and no failure. For what a page can do without, or can explain. Other errors of the database are thrown.
 */
export async function withinBudget<T>(
  db: PrismaClient,
  milliseconds: number,
  read: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T | null> {
  try {
    return await db.$transaction(
      async (tx) => {
        await tx.$queryRaw`select set_config('statement_timeout', ${String(milliseconds)}, true)`
        return await read(tx)
      },
      // Above what the statements may take, so that it is Postgres who ends them.
      { maxWait: 5_000, timeout: milliseconds * 5 + 5_000 },
    )
  } catch (error) {
    if (ranOutOfTime(error)) return null
    throw error
  }
}

/** 57014 is query_canceled, which Prisma wraps in its code for a failed raw query. */
function ranOutOfTime(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2010' &&
    JSON.stringify(error.meta).includes('57014')
  )
}
