import 'server-only'
import { database } from '../db/client'

const HOUR = 60 * 60_000
/** Hours after which a preview that nobody started is let go, and days for which an ended batch keeps the names of its records. */
const PREVIEW_HOURS = 24
const ENDED_DAYS = 90

/**
 * Lets go of what nobody will ask for any more: previews that were never started, and the lists of records of batches that ended long
 * ago. The batches themselves stay, and so do their entries in the trail, from which they can be undone at any time.
 */
export async function sweepBatches(now = new Date()): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR)
  await database().batch.updateMany({
    where: { state: 'ready', createdAt: { lt: before(PREVIEW_HOURS) } },
    data: { state: 'cancelled', reason: `Nobody started it within ${PREVIEW_HOURS} hours.`, endedAt: now },
  })
  await database().batchChunk.updateMany({
    where: { batch: { endedAt: { lt: before(ENDED_DAYS * 24) } }, NOT: { recordIds: { isEmpty: true } } },
    data: { recordIds: [], was: [], becomes: [], entryIds: [] },
  })
}
