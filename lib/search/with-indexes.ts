import 'server-only'
import type { Prisma } from '../db/generated/client'

/**
 * Runs statements whose condition has an index for certain so that the planner looks into it: with a small limit it likes to read the table,
 * or all of it along the primary key, and hope for an early match instead, which is the slowest of all where there is none.
 */
export async function withIndexes<T>(tx: Prisma.TransactionClient, read: () => Promise<T>): Promise<T> {
  await switchWalks(tx, 'off')
  const result = await read()
  await switchWalks(tx, 'on')
  return result
}

/** What is left without them are bitmaps, which need a condition that an index serves. For this transaction only. */
async function switchWalks(tx: Prisma.TransactionClient, to: 'on' | 'off'): Promise<void> {
  await tx.$queryRaw`select set_config('enable_seqscan', ${to}, true), set_config('enable_indexscan', ${to}, true),
    set_config('enable_indexonlyscan', ${to}, true)`
}
