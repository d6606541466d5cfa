import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Prisma, PrismaClient } from './generated/client'

type Run = <T>(work: () => T) => T

// Kept on globalThis: what starts the server and what answers a request are bundled apart, and each would have its own.
const shared = globalThis as typeof globalThis & { mastraAdminOutside?: Run }

/** Remembers what it is like to be in no request. Called once per process, at its start. */
export function rememberOutside(): void {
  shared.mastraAdminOutside = AsyncLocalStorage.snapshot()
}

/**
 * `$transaction`, begun and ended outside of the request that asks for it; `work` is done within it. Prisma keeps the last hundred closed
 * transactions, to say what became of one, each with a promise, and a promise of Node keeps the request that it was made in: the answer, its streams
 * and the megabytes that wait in them when an export is left midway.
 */
export function inTransaction<T>(
  db: PrismaClient,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  options?: Parameters<PrismaClient['$transaction']>[1],
): Promise<T> {
  const outside = shared.mastraAdminOutside
  if (!outside) return db.$transaction(work, options)
  const inside: Run = AsyncLocalStorage.snapshot()
  return outside(() => db.$transaction((tx) => inside(() => work(tx)), options))
}
