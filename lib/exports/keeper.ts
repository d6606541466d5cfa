import 'server-only'
import { type Actor, absentActor } from '../auth/actor'
import { database } from '../db/client'
import { type Export, Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { describeError, log } from '../log'
import { lookAs } from '../server/heartbeat'
import { untilWoken } from '../server/wake'
import { keptRequest } from './keep-schema'
import { writeKept } from './kept-file'
import { exportFormat, exportTable } from './manifest-dto'
import { runExport } from './run-export'
import { exportSourceOf } from './source-of'

/** Milliseconds between two looks, of silence after which another process takes over, and for which a file is kept. */
const LOOK = 15_000
const SILENT = 60_000
const KEPT = 3 * 24 * 60 * 60_000
/** Times that a process may die over an export before it is given up. */
const ATTEMPTS = 5
/** Bytes of a file at most: it lies in the database that Mastra needs its room in. */
const LARGEST = 8 * 1024 ** 3

/**
 * Makes exports in the background, one at a time in each process, until `signal` is aborted. An outage of the database is waited out.
 */
export async function keepExports(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const worked = await lookAs('exports', keepNext).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'the exports in the background wait for the database')
      return false
    })
    if (!worked) await untilWoken('exports', LOOK, signal)
  }
}

/** Makes the oldest export that waits, or that another process died over. Returns false when there is none. */
export async function keepNext(now = new Date()): Promise<boolean> {
  const silentSince = new Date(now.getTime() - SILENT)
  const [claimed] = await database().$queryRaw<{ id: string }[]>`
    update mastra_admin.export set heartbeat_at = now(), attempts = attempts + 1 where id = (
      select id from mastra_admin.export
      where request is not null and kept_until is null and (ended_at is null or manifest is not null)
        and (heartbeat_at is null or heartbeat_at < ${silentSince})
      order by id limit 1 for update skip locked)
    returning id`
  if (!claimed) return false
  const row = await database().export.findUniqueOrThrow({ where: { id: claimed.id } })
  const actor = await absentActor(row.actorId)
  try {
    if (!actor) throw new AppError('FORBIDDEN', 'They may no longer sign in.')
    if (row.attempts > ATTEMPTS) throw new AppError('LIMIT', 'It was restarted too often.')
    await make(actor, row)
  } catch (error) {
    log.error({ export: row.id, error: describeError(error) }, 'an export in the background broke off')
    if (error instanceof AppError) await giveUp(row.id)
    else await letTryAgain(row.id)
  }
  return true
}

async function make(actor: Actor, row: Export): Promise<void> {
  const { params, now, timeZone } = keptRequest.parse(row.request)
  const table = exportTable.parse(row.table)
  const source = await exportSourceOf(actor, table, params, { now: new Date(now), timeZone })
  if (!source) throw new AppError('INVALID', 'The list is no longer understood.')
  const { pieces, cancel } = await runExport(actor, source, exportFormat.parse(row.format), row.id)
  try {
    await writeKept(row.id, pieces, async (written) => {
      if (written > LARGEST) throw new AppError('LIMIT', 'The file is too large to be kept.')
      const { count } = await database().export.updateMany({
        where: { id: row.id, keptUntil: null },
        data: { heartbeatAt: new Date() },
      })
      if (count === 0) throw new AppError('NOT_FOUND', 'It was cancelled.')
    })
  } finally {
    await cancel()
  }
  await database().export.updateMany({
    where: { id: row.id, keptUntil: null },
    data: { keptUntil: new Date(Date.now() + KEPT) },
  })
}

/** What was refused is not tried again. */
async function giveUp(id: string): Promise<void> {
  const now = new Date()
  await database().export.updateMany({ where: { id, keptUntil: null }, data: { endedAt: now, keptUntil: now } })
}

/** What the database or a process broke off is begun anew once the silence is noticed; while the database is away nothing can be said. */
async function letTryAgain(id: string): Promise<void> {
  await database().export.updateMany({
    where: { id, keptUntil: null, manifest: { equals: Prisma.DbNull } },
    data: { endedAt: null },
  })
}

/** Deletes the files whose time is over. */
export async function sweepKeptFiles(): Promise<void> {
  await database().exportPiece.deleteMany({ where: { export: { keptUntil: { lt: new Date() } } } })
}
