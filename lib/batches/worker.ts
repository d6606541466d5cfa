import 'server-only'
import { absentActor } from '../auth/actor'
import { can } from '../auth/permissions'
import { database } from '../db/client'
import type { Batch } from '../db/generated/client'
import { AppError } from '../errors'
import { describeError, log, newReference } from '../log'
import { lookAs } from '../server/heartbeat'
import { quietFor } from '../server/request-state'
import { untilWoken } from '../server/wake'
import { fixSet } from './fix-set'
import { runNextChunk } from './run-chunk'
import { taskOf } from './stored-batch'
import { BATCH_VERBS } from './verbs-schema'

/** Chunks that one process does at a time. */
const LANES = 2
/** Milliseconds between two looks for work that another process has been given. */
const LOOK = 1_000
/** Milliseconds without a request after which the lanes beyond the first go on: people at their lists come before batches. */
const QUIET = 60

/**
 * Does the work of batches in this process until `signal` is aborted. Any number of processes share it, and one that is killed is
 * replaced by whoever looks next. An outage of the database is waited out.
 */
export async function runBatchWorker(signal: AbortSignal): Promise<void> {
  await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number, signal)))
}

async function lane(number: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (number > 0 && quietFor() < QUIET) {
      await untilWoken('batches', QUIET, signal)
      continue
    }
    const worked = await lookAs('batches', workOnce).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'the work of batches waits for the database')
      return false
    })
    if (!worked) await untilWoken('batches', LOOK, signal)
  }
}

/** Does one piece of the oldest work there is: fixes a set, or a chunk. Returns false when all is done or in other hands. */
export async function workOnce(): Promise<boolean> {
  const open = await database().batch.findMany({
    where: { state: { in: ['preparing', 'running'] } },
    orderBy: { id: 'asc' },
  })
  for (const batch of open) if (await workOn(batch)) return true
  return false
}

async function workOn(batch: Batch): Promise<boolean> {
  try {
    return batch.state === 'preparing' ? await prepare(batch) : await advance(batch)
  } catch (error) {
    if (await isOutage()) throw error
    const reference = newReference()
    log.error({ reference, batch: batch.id, error: describeError(error) }, 'a batch was stopped by an error')
    const said =
      error instanceof AppError ? error.message : `Something went wrong on our side. Reference: ${reference}.`
    await stop(batch, said)
    return true
  }
}

async function prepare(batch: Batch): Promise<boolean> {
  const actor = await absentActor(batch.actorId)
  if (!actor) {
    await stop(batch, `${batch.actorEmail} may no longer sign in.`)
    return true
  }
  const outcome = await fixSet(actor, batch.id, taskOf(batch))
  if (outcome === 'stopped')
    await stop(batch, 'Finding the records took longer than 20 minutes. Choose a narrower filter.')
  return outcome === 'done'
}

async function advance(batch: Batch): Promise<boolean> {
  const task = taskOf(batch)
  const actor = await absentActor(batch.actorId)
  if (!actor || !can(actor, BATCH_VERBS[task.verb].permission)) {
    await stop(batch, `${batch.actorEmail} may no longer do this.`)
    return true
  }
  if (await runNextChunk(actor, batch.id, task)) return true
  await endWhenDone(batch.id)
  return false
}

/** Chunks in other hands are not done yet: whoever does the last one ends the batch. */
async function endWhenDone(batchId: string): Promise<void> {
  await database().batch.updateMany({
    where: { id: batchId, state: 'running', chunks: { none: { doneAt: null } } },
    data: { state: 'done', endedAt: new Date() },
  })
}

/** What had begun can go on once the cause is gone; a preview is made anew. */
async function stop(batch: Batch, reason: string): Promise<void> {
  const data =
    batch.state === 'running' ? { state: 'paused', reason } : { state: 'failed', reason, endedAt: new Date() }
  await database().batch.updateMany({ where: { id: batch.id, state: batch.state }, data })
}

async function isOutage(): Promise<boolean> {
  return database().$queryRaw`select 1`.then(
    () => false,
    () => true,
  )
}
