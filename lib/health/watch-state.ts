import 'server-only'
import type { HealthWatch, Prisma } from '../db/generated/client'

/** What a step of the watch works with. */
export interface Look {
  tx: Prisma.TransactionClient
  now: Date
}

/** Milliseconds that one transaction of the watch may take; one that takes longer is given up and tried again at the next look. */
export const STEP_BUDGET = 20_000

/** Where the watch is, which `inTurn` has locked; made when there is none. */
export async function watchState(tx: Prisma.TransactionClient): Promise<HealthWatch> {
  return tx.healthWatch.upsert({ where: { id: 1 }, create: { id: 1 }, update: {} })
}
