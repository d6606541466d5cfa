import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { env } from '../env'
import { describeError, log } from '../log'
import { writtenInSession } from '../server/request-state'
import { connectTo, database, poolOf } from './client'
import { fallBackTo } from './fall-back'
import type { PrismaClient } from './generated/client'
import { hasReached } from './written'

/** Milliseconds for which what is known of the replica is good enough, and those for which one that failed is left alone. */
const FRESH = 250
const REST = 2_000
/** Milliseconds in which it has to say where it is: nobody waits longer for a page because there is a replica. */
const PATIENCE = 1_000
/** Milliseconds that what it shows may be behind the primary, whoever asks. */
const FURTHEST_BEHIND = 5_000

/** Where a replica is. */
interface Place {
  /** The position in Postgres' log that it has replayed. */
  reached: string
  /** Milliseconds that it is behind the primary, at most. */
  behind: number
}

interface Replica {
  client: PrismaClient
  /** Null when it could not be asked, or is no replica at all. */
  place: Place | null
  askedAt: number
  asking: Promise<void> | null
}

// Kept on globalThis for the same reason as the client of the primary.
const shared = globalThis as typeof globalThis & { mastraAdminReplicas?: Map<string, Replica> }
shared.mastraAdminReplicas ??= new Map()
const replicas = shared.mastraAdminReplicas

/**
 * Where to read what a list or a page shows: the replica when `DATABASE_REPLICA_URL` names one, it answers, it is not more than five seconds behind, and it has come as far as
 * this session's own last write; the primary otherwise. A statement that the replica fails at is asked of the primary. What decides who
 * someone is, and what a verb reads before it writes, is never read here.
 */
export async function readDatabase(
  url = env().DATABASE_REPLICA_URL,
  written = writtenInSession(),
): Promise<PrismaClient> {
  if (!url) return database()
  const { client, place } = await look(url)
  if (place === null || place.behind > FURTHEST_BEHIND) return database()
  if (written !== null && !hasReached(place.reached, written)) return database()
  return client
}

/** What is known of the replica, for those who watch over it: null when there is none, `behind` null when it does not answer. */
export async function replicaState(): Promise<{ behind: number | null; isRead: boolean } | null> {
  const url = env().DATABASE_REPLICA_URL
  if (!url) return null
  const { place } = await look(url)
  return { behind: place?.behind ?? null, isRead: place !== null && place.behind <= FURTHEST_BEHIND }
}

/** However many ask at once, the replica is asked once; for one that has failed nobody waits. */
async function look(url: string): Promise<Replica> {
  const known = replicas.get(url)
  const replica = known ?? add(url)
  const age = Date.now() - replica.askedAt
  if (age < (replica.place === null ? REST : FRESH)) return replica
  replica.asking ??= ask(replica).finally(() => {
    replica.asking = null
  })
  if (!known || replica.place !== null) await replica.asking
  return replica
}

function add(url: string): Replica {
  const rest = (error: unknown) => {
    if (replica.place !== null)
      log.warn({ error: describeError(error) }, 'the read replica failed at a statement; the primary was asked')
    replica.place = null
    replica.askedAt = Date.now()
  }
  const around = fallBackTo({ primary: () => poolOf(database()).pool, lost: rest })
  const client = connectTo(url, env().DATABASE_POOL_SIZE, around)
  const replica: Replica = { client, place: null, askedAt: Number.NEGATIVE_INFINITY, asking: null }
  replicas.set(url, replica)
  return replica
}

async function ask(replica: Replica): Promise<void> {
  const patience = new AbortController()
  try {
    replica.place = await Promise.race([
      placeOf(replica.client),
      setTimeout(PATIENCE, undefined, { signal: patience.signal }).then(() => {
        throw new Error('The read replica did not say where it is in time.')
      }),
    ])
  } catch (error) {
    if (replica.place !== null || replica.askedAt < 0)
      log.warn({ error: describeError(error) }, 'the read replica did not answer; the primary is read')
    replica.place = null
  } finally {
    patience.abort()
    replica.askedAt = Date.now()
  }
}

/**
 * A replica that has replayed all that the primary has on its disk, which is what it sends, is not behind, however long ago that was; any other is behind by no more than the time since the
 * last commit that it has replayed. Both moments are the primary's, so that no two clocks are compared.
 */
async function placeOf(client: PrismaClient): Promise<Place | null> {
  const [[ahead], [row]] = await Promise.all([
    database().$queryRaw<{ position: string; now: Date }[]>`
      select pg_current_wal_flush_lsn()::text as position, clock_timestamp() as now`,
    client.$queryRaw<{ reached: string | null; committed: Date | null }[]>`
      select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as reached,
        pg_last_xact_replay_timestamp() as committed`,
  ])
  if (!ahead || !row?.reached) return null
  if (hasReached(row.reached, ahead.position)) return { reached: row.reached, behind: 0 }
  const behind = row.committed === null ? Number.POSITIVE_INFINITY : ahead.now.getTime() - row.committed.getTime()
  return { reached: row.reached, behind: Math.max(0, behind) }
}
