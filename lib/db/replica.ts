import 'server-only'
import { env } from '../env'
import { describeError, log } from '../log'
import { writtenInSession } from '../server/request-state'
import { connectTo, database } from './client'
import type { PrismaClient } from './generated/client'
import { hasReached } from './written'

/** Milliseconds for which what is known of the replica is good enough, and those for which one that failed is left alone. */
const FRESH = 250
const REST = 10_000

interface Replica {
  client: PrismaClient
  /** Where in Postgres' log it is; null when it could not be asked, or is no replica at all. */
  reached: string | null
  askedAt: number
}

// Kept on globalThis for the same reason as the client of the primary.
const shared = globalThis as typeof globalThis & { mastraAdminReplicas?: Map<string, Replica> }
shared.mastraAdminReplicas ??= new Map()
const replicas = shared.mastraAdminReplicas

/**
 * Where to read what a list or a page shows: the replica when `DATABASE_REPLICA_URL` names one, it answers, and it has come as far as
 * this session's own last write; the primary otherwise. What decides who someone is, and what a verb reads before it writes, is
 * never read here.
 */
export async function readDatabase(
  url = env().DATABASE_REPLICA_URL,
  written = writtenInSession(),
): Promise<PrismaClient> {
  if (!url) return database()
  const { client, reached } = await look(url)
  if (reached === null || (written !== null && !hasReached(reached, written))) return database()
  return client
}

async function look(url: string): Promise<Replica> {
  const known = replicas.get(url)
  const age = Date.now() - (known?.askedAt ?? 0)
  if (known && age < (known.reached === null ? REST : FRESH)) return known
  const client = known?.client ?? connectTo(url)
  const replica = { client, reached: await positionOf(client), askedAt: Date.now() }
  replicas.set(url, replica)
  return replica
}

async function positionOf(client: PrismaClient): Promise<string | null> {
  try {
    const [row] = await client.$queryRaw<{ reached: string | null }[]>`
      select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as reached`
    return row?.reached ?? null
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the read replica did not answer; the primary is read')
    return null
  }
}
