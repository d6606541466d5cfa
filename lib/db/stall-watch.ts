import 'server-only'
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { describeError, log } from '../log'
import { DatabaseSocket } from './database-socket'

/** Milliseconds that a connection may be in use before someone asks whether the network still works, and that the answer may take. */
const SUSPICIOUS = 2_000
const PATIENCE = 1_500
const LOOK = 500
/** Milliseconds that a new connection may take; and for how long after a silence it gets how many: whoever waited behind those that failed is not to wait as long again. */
const CONNECT_TIMEOUT = 3_500
const AFTER_SILENCE = 5_000
const BRIEF = 300
/** Milliseconds by which a timer may go off before its time: it counts from the beginning of the turn that set it. */
const EARLY = 100
const TURN = 50

/** The part of a pool that tells who has a connection, and since when. */
type Watched = Pick<pg.Pool, 'on'>

/**
 * A network that stalls without closing leaves every statement waiting for as long as the system retries, a quarter of an hour. Postgres' own limits end
 * a statement on the server and cannot tell. So while a connection is in use for longer than most statements take, the server is asked for a sign of life on
 * a new connection; when none comes, every socket of the pool is closed, and whoever waited fails now and can try again.
 * A refusal is a sign of life: then the statement is only slow.
 */
export class StallWatch {
  private readonly sockets = new Set<Socket>()
  private readonly inUse = new Map<pg.PoolClient, number>()
  private asking = false
  private silentAt = Number.NEGATIVE_INFINITY
  /** When a connection was last made: that ends a silence, and what was begun before it tells nothing of now. */
  private heardAt = Number.NEGATIVE_INFINITY
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly url: string) {}

  /** For the pool's option `stream`: makes its sockets, to know them. */
  readonly socket = (): Socket => {
    const socket = new DatabaseSocket()
    const began = performance.now()
    this.sockets.add(socket)
    socket.once('close', () => {
      this.sockets.delete(socket)
      // Nothing ever came, in all the time that it was given.
      const isSilence = socket.bytesRead === 0 && performance.now() - began >= CONNECT_TIMEOUT - EARLY
      if (isSilence && began > this.heardAt) this.silentAt = performance.now()
    })
    return socket
  }

  /** Milliseconds that a new connection may take now. */
  get patience(): number {
    const isSilent = this.silentAt > this.heardAt && performance.now() - this.silentAt < AFTER_SILENCE
    return isSilent ? BRIEF : CONNECT_TIMEOUT
  }

  watch(pool: Watched): void {
    pool.on('connect', () => {
      this.heardAt = performance.now()
    })
    pool.on('acquire', (client) => {
      this.inUse.set(client, performance.now())
      this.timer ??= setInterval(() => void this.look(), LOOK).unref()
    })
    pool.on('release', (_error, client) => this.free(client))
    pool.on('remove', (client) => this.free(client))
  }

  private free(client: pg.PoolClient): void {
    this.inUse.delete(client)
    if (this.inUse.size > 0) return
    clearInterval(this.timer)
    this.timer = undefined
  }

  private async look(): Promise<void> {
    const oldest = Math.min(...this.inUse.values())
    if (this.asking || performance.now() - oldest < SUSPICIOUS) return
    this.asking = true
    try {
      if (await showsLife(this.url)) {
        // Asked again when as much time has passed once more.
        for (const client of this.inUse.keys()) this.inUse.set(client, performance.now())
        return
      }
      this.silentAt = performance.now()
      log.warn({ connections: this.sockets.size }, 'the database gives no sign of life; its connections are closed')
      for (const socket of this.sockets) socket.destroy(new Error('The database gave no sign of life.'))
    } finally {
      this.asking = false
    }
  }
}

/** Whether anything comes back, be it a refusal: only silence is none. */
async function showsLife(url: string): Promise<boolean> {
  const socket = new DatabaseSocket()
  const client = new pg.Client({ connectionString: url, stream: () => socket, application_name: 'mastra-admin probe' })
  client.on('error', (error) => log.debug({ error: describeError(error) }, 'a sign of life was asked for in vain'))
  try {
    return await Promise.race([answered(client), turnsOfOurs(PATIENCE)])
  } finally {
    socket.destroy()
  }
}

async function answered(client: pg.Client): Promise<boolean> {
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ETIMEDOUT'
  }
}

/**
 * False after so many milliseconds, counted in turns of our own event loop: in a process that is held up for seconds an answer may have long been there, and
 * a clock would go off before anyone looked.
 */
async function turnsOfOurs(milliseconds: number): Promise<false> {
  for (let turn = 0; turn < milliseconds / TURN; turn += 1) await setTimeout(TURN, undefined, { ref: false })
  return false
}
