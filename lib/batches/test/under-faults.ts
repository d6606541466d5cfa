import 'server-only'
import { setTimeout } from 'node:timers/promises'
import type { PrismaClient } from '@/lib/db/generated/client'
import { randomFrom } from '@/lib/records/test/random'
import type { FaultRig } from './fault-rig'

/** Asks until there is an answer: the server is away now and then, as these tests have it. */
export async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      if (attempt === 400) throw error
      await setTimeout(50)
    }
  }
}

/** Waits until a batch has that state. */
export async function comesTo(db: PrismaClient, batchId: string, state: 'ready' | 'done'): Promise<void> {
  const now = async () => (await insist(() => db.batch.findUnique({ where: { id: batchId } })))?.state
  while ((await now()) !== state) await setTimeout(20)
}

/** Kills workers, sessions and the server, spread over the chunks of a running batch, until it is done; gives how many of which. */
export async function underFaults(
  rig: FaultRig,
  db: PrismaClient,
  { batchId, kills, seed }: { batchId: string; kills: number; seed: number },
): Promise<Record<string, number>> {
  const random = randomFrom(seed)
  const faults = { worker: 0, session: 0, server: 0 }
  const worked = () => insist(() => db.batchChunk.count({ where: { batchId, doneAt: { not: null } } }))
  const chunks = await insist(() => db.batchChunk.count({ where: { batchId } }))
  for (let kill = 0; kill < kills; kill += 1) {
    const due = Math.floor((chunks * kill) / kills)
    while ((await worked()) < due) await setTimeout(5)
    await setTimeout(random.below(120))
    const dice = random.below(10)
    if (dice < 6) await rig.killWorker()
    else if (dice < 9) await rig.crashSession()
    else await rig.crashServer()
    faults[dice < 6 ? 'worker' : dice < 9 ? 'session' : 'server'] += 1
  }
  await comesTo(db, batchId, 'done')
  return faults
}
