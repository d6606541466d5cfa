import 'server-only'
import { database } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { inTransaction } from '../db/in-transaction'
import { STEP_BUDGET } from './watch-state'

/**
 * Does one step of the watch over health in a transaction of bounded time; null when another process is at a step, which then does the
 * same work. Throws what the database throws, and when the step took too long.
 */
export async function inTurn<T>(
  step: (tx: Prisma.TransactionClient) => Promise<T>,
  budget = STEP_BUDGET,
): Promise<T | null> {
  return inTransaction(
    database(),
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtextextended('mastra_admin.health', 0)) as held,
          set_config('statement_timeout', ${String(budget)}, true)`
      return lock?.held ? step(tx) : null
    },
    { maxWait: 5_000, timeout: budget * 2 + 5_000 },
  )
}
