import 'server-only'
import type { Prisma } from '../db/generated/client'

/**
 * Runs statements that have an index for certain so that the planner takes it: with a small limit it likes to read the table instead and hope
 * for an early match, which is the slowest of all where there is none.
 */
export async function withIndexes<T>(tx: Prisma.TransactionClient, read: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`set local enable_seqscan = off`
  const result = await read()
  await tx.$executeRaw`set local enable_seqscan = on`
  return result
}
