import 'server-only'
import { describeError, log } from '../log'
import { lookAs } from '../server/heartbeat'
import { untilWoken } from '../server/wake'
import { databaseNow, deliverNext } from './deliver'
import { gatherNotices } from './gather'

/** Milliseconds between two looks for something to tell. */
const LOOK = 5_000
/** Messages that one process sends at a time, so that a receiver that is slow holds up few others. */
const LANES = 4

/**
 * Tells channels what they are to be told, in this process until `signal` is aborted. Any number of processes share it, and one that is
 * killed is replaced by whoever looks next. An outage of the database is waited out.
 */
export async function sendNotices(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await lookAs('notices', async () => {
        await gatherNotices(await databaseNow())
        await Promise.all(Array.from({ length: LANES }, () => drain(signal)))
      })
    } catch (error) {
      log.error({ error: describeError(error) }, 'notices wait for the database')
    }
    await untilWoken('notices', LOOK, signal)
  }
}

async function drain(signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await deliverNext({ now: databaseNow })));
}
