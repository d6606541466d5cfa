import type { PoolState } from '../db/pools'
import type { Queue } from '../db/queues'
import type { Readiness } from '../db/readiness'
import type { Seen } from '../metrics/read-histogram'
import type { Pulse } from '../server/heartbeat'

/** The instance that answered, and the database that all of them share. */
export interface StatusDto {
  readiness: Readiness
  version: string
  node: string
  /** When this process started, in ISO 8601. */
  startedAt: string
  /** Bytes of memory that the process holds, and of it what JavaScript's values take. */
  memory: { held: number; heap: number }
  /** Milliseconds that something due waited for its turn: in 99 of 100 cases at most. */
  delay: number
  listeners: number
  database: DatabaseStatus | null
  pools: PoolState[]
  /** How far the replica is behind, in milliseconds, null when it does not answer; null where there is none. */
  replica: { behind: number | null; isRead: boolean } | null
  queues: Queue[] | null
  watchers: Pulse[]
  routes: Traffic[]
  verbs: Outcomes[]
  queries: Seen[]
}

export interface DatabaseStatus {
  version: string
  bytes: number
  /** Sessions on this server, and how many it allows. */
  sessions: number
  most: number
  /** Of these, sessions of this app: of all its instances. */
  ours: number
}

export interface Traffic extends Seen {
  /** Answers of 500 and above. */
  faults: number
}

export interface Outcomes {
  verb: string
  done: number
  refused: number
  failed: number
}
