import 'server-only'
import { setTimeout } from 'node:timers/promises'
import type { PrismaClient } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { describeError, log } from '../log'
import { untilWoken } from '../server/wake'
import { readMark } from './mark'
import { LIVE_SOURCES } from './sources'
import type { LiveTable } from './stream-schema'
import type { Listener, Subscriber } from './subscriber'
import { TableWatch } from './table-watch'
import { takeMark } from './take-mark'

/** Milliseconds between two looks, and those that two looks are apart at least when someone rings. */
const LOOK = 3_000
const APART = 1_000
/** Milliseconds that are waited after a look that failed. */
const REST = 10_000
/** A reason without a stack, which would keep the request alive that rang. */
const RUNG = 'rung'

/**
 * What this process watches for everyone who has a page open. However many they are, a look is one statement for each table's newest
 * rows, one for the rows in view, and one for each different list in which something may have come; and nobody watching is no look at all.
 */
export class Hub {
  /** Looks so far, and the statements that the last one took: what the tests hold against the number of people. */
  looks = 0
  cost = 0
  private statements = 0
  private readonly tables = new Map<LiveTable, TableWatch>()
  /** Whether it looks now and then: only while someone watches. */
  running = false

  constructor(private readonly pause = { look: LOOK, apart: APART }) {}

  get size(): number {
    return [...this.tables.values()].reduce((sum, { listeners }) => sum + listeners.size, 0)
  }

  /** Tells the subscriber what is new until the function that it gives is called. Throws when the list was not understood. */
  join(subscriber: Subscriber): () => void {
    const { watch, timeZone } = subscriber
    const source = LIVE_SOURCES[watch.table]
    const list = watch.list && source.keyOf(watch.list)
    if (watch.list && list === null) throw new Error('A list that was not understood cannot be watched.')
    const listener: Listener = {
      ...subscriber,
      key: list === null ? null : JSON.stringify([list, timeZone, subscriber.actor.role]),
      fresh: 0,
      counted: -1,
      changed: new Set(),
      byUser: false,
      told: '',
    }
    const table = this.tables.get(watch.table) ?? new TableWatch(source, () => (this.statements += 1))
    this.tables.set(watch.table, table)
    table.listeners.add(listener)
    if (!this.running) void this.run()
    else this.ring.abort(RUNG)
    return () => {
      table.listeners.delete(listener)
      // What was known of the table is let go of too: nobody keeps it true.
      if (table.listeners.size === 0 && this.tables.get(watch.table) === table) this.tables.delete(watch.table)
      if (this.size === 0) this.ring.abort(RUNG)
    }
  }

  /** Aborted when the next look should come sooner. */
  private ring = new AbortController()

  private async run(): Promise<void> {
    this.running = true
    while (this.size > 0) {
      this.ring = new AbortController()
      const worked = await this.look()
      await setTimeout(this.pause.apart)
      if (this.size > 0) await untilWoken('live', worked ? this.pause.look - this.pause.apart : REST, this.ring.signal)
    }
    this.running = false
  }

  private async look(): Promise<boolean> {
    try {
      // Not what the request wrote in which the first page joined: its own rows are on it.
      const db: PrismaClient = await readDatabase(undefined, null)
      const mark = readMark(await takeMark(db))
      this.statements = 1
      if (!mark) return true
      // No person's leaving ends a look that others wait for.
      const never = new AbortController().signal
      for (const table of [...this.tables.values()]) await table.look(db, mark, never)
      this.cost = this.statements
      this.looks += 1
      return true
    } catch (error) {
      log.warn({ error: describeError(error) }, 'what is new could not be looked for')
      return false
    }
  }
}

// Kept on globalThis: this module may be part of several bundles of the same process.
const shared = globalThis as typeof globalThis & { mastraAdminHub?: Hub }

/** The one hub of this process. */
export function hub(): Hub {
  shared.mastraAdminHub ??= new Hub()
  return shared.mastraAdminHub
}
