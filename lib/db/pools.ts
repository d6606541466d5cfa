import 'server-only'
import type pg from 'pg'

/** A pool's connections, now. */
export interface PoolState {
  pool: 'primary' | 'replica'
  used: number
  idle: number
  waiting: number
  size: number
}

// Kept on globalThis for the same reason as the client.
const shared = globalThis as typeof globalThis & { mastraAdminPools?: Map<PoolState['pool'], pg.Pool> }
shared.mastraAdminPools ??= new Map()
const pools = shared.mastraAdminPools

/** Makes the pool one that is told of; a later one of the same name takes its place. */
export function tellOfPool(name: PoolState['pool'], pool: pg.Pool): void {
  pools.set(name, pool)
}

/** What each pool of this process holds and who waits for it. */
export function poolStates(): PoolState[] {
  return [...pools].map(([name, pool]) => ({
    pool: name,
    used: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
    size: pool.options.max,
  }))
}
