import 'server-only'
import { randomUUID } from 'node:crypto'
import { type AuditDraft, writeEntries } from '../audit/write-entries'
import type { Actor } from '../auth/actor'
import { env } from '../env'
import { AppError } from '../errors'
import { describeError, log } from '../log'
import { noteWritten } from '../server/request-state'
import { wake } from '../server/wake'
import { database } from './client'
import { Prisma } from './generated/client'
import { inTransaction } from './in-transaction'
import { callNoted, noteCall } from './once'
import { UNREACHED } from './written'

/** What a verb works with: the open transaction, the duty to report, and the id that ties its audit entries together. */
export interface Scope {
  tx: Prisma.TransactionClient
  actor: Actor
  /** Reports what changed; an empty list says "nothing did". A verb that never calls it is rolled back. */
  audit: (drafts: readonly AuditDraft[]) => Promise<void>
  /** Says that a statement has written the entries beside its changes itself (see `entriesFor`), which then cannot be forgotten. */
  audited: () => void
  /** UUID shared by all entries of this transaction; the toast's *Undo* names it. */
  correlationId: string
}

/** Tries before a deadlock with another writer is given up: Mastra's syncs lock rows in an order of their own. */
const ATTEMPTS = 8

/**
 * Runs `work` in one transaction together with its audit entries: no audit entry, no commit. Deadlocks and serialisation
 * failures are run again from the start, so `work` must have no effect outside `tx`. A correlation id is given where several
 * transactions are one piece of work, as the chunks of a batch are.
 */
export async function transact<T>(
  actor: Actor,
  work: (scope: Scope) => Promise<T>,
  correlationId: string = randomUUID(),
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await attemptOnce(actor, work, correlationId)
      callNoted()
      if (env().DATABASE_REPLICA_URL) await noteOwnWrite()
      // Whoever has it on the screen hears of it at once.
      wake('live')
      return result
    } catch (error) {
      if (waitedForALock(error)) throw new AppError('CONFLICT', HELD)
      if (attempt === ATTEMPTS || !lostToAnotherWriter(error)) throw error
    }
  }
}

/** What this session reads from now on must be at least as new. The change is made, so that nothing here may fail: where the place is not known, no replica has reached it. */
async function noteOwnWrite(): Promise<void> {
  try {
    // Of what is inserted and not of what is on the disk, which may be less where the server commits without waiting for its disk.
    const [row] = await database().$queryRaw<
      { position: string }[]
    >`select pg_current_wal_insert_lsn()::text as position`
    noteWritten(row?.position ?? UNREACHED)
  } catch (error) {
    log.warn(
      { error: describeError(error) },
      'where a change stands in the log of Postgres is not known; its session reads the primary',
    )
    noteWritten(UNREACHED)
  }
}

async function attemptOnce<T>(actor: Actor, work: (scope: Scope) => Promise<T>, correlationId: string): Promise<T> {
  return inTransaction(
    database(),
    async (tx) => {
      let reported = false
      const audit = async (drafts: readonly AuditDraft[]) => {
        reported = true
        await writeEntries(tx, actor, correlationId, drafts)
      }
      const audited = () => {
        reported = true
      }
      const result = await work({ tx, actor, audit, audited, correlationId })
      if (!reported) throw new Error('A transaction ended without saying what it changed; it was rolled back.')
      await noteCall(tx)
      return result
    },
    { maxWait: 5_000, timeout: 30_000 },
  )
}

const HELD =
  'Something else has been writing to this for several seconds, so nothing was changed. Try again in a moment.'

/** 55P03 is lock_not_available: the wait was longer than `lock_timeout` lets it be. */
function waitedForALock(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2010' || error.code === 'P2039') &&
    JSON.stringify(error.meta).includes('55P03')
  )
}

/** P2034 is Prisma's name for both; raw statements carry the SQLSTATE inside P2010. */
function lostToAnotherWriter(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (error.code === 'P2034') return true
  return error.code === 'P2010' && /\b(40001|40P01)\b|TransactionWriteConflict/.test(JSON.stringify(error.meta))
}
