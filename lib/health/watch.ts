import 'server-only'
import { database } from '../db/client'
import { describeError, log } from '../log'
import { sampleRecords } from '../overview/sample'
import { creationOrder } from '../records/creation-order'
import { lookAs } from '../server/heartbeat'
import { untilWoken } from '../server/wake'
import { lookAtHealth } from './look'

/** Milliseconds between two looks; while records from before anyone watched are read, between two stretches of them. */
const LOOK = 60_000
const READ_ON = 5_000
/** A look takes at most this part of the time, however many connections there are. */
const SHARE = 1 / 20

/**
 * Looks at the health of all connections in this process until `signal` is aborted. Any number of processes may watch: one looks at a
 * time. An outage of the database is waited out.
 */
export async function watchHealth(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const began = performance.now()
    let pause = LOOK
    try {
      await lookAs('health', async () => {
        // Whether ids are in the order of creation is found out in the background.
        await creationOrder(database())
        const looked = await lookAtHealth()
        if (looked?.more) pause = READ_ON
        await sampleRecords()
      })
    } catch (error) {
      log.error({ error: describeError(error) }, 'the watch over health waits for the database')
    }
    await untilWoken('health', Math.max(pause, (performance.now() - began) / SHARE), signal)
  }
}
