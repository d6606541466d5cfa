import 'server-only'
import type { Actor } from '../auth/actor'
import { transact } from '../db/transact'
import type { BatchTask } from './schema'
import { workOf } from './work'

/**
 * Does the next chunk of a running batch that no other process is at: changes each of its subjects that is still as it was when the batch
 * was prepared, writes its entry in the trail, lists those that drifted, and marks the chunk, all in one transaction. Whoever dies on the
 * way leaves the chunk as it was, and its lock with Postgres, which lets go of it at once. Returns false when there is no such chunk.
 */
export async function runNextChunk(actor: Actor, batchId: string, task: BatchTask): Promise<boolean> {
  const change = await workOf(actor, task).changing()
  return transact(
    actor,
    async (scope) => {
      const [chunk] = await scope.tx.$queryRaw<{ number: number; size: number }[]>`
        select c.number, c.size from mastra_admin.batch_chunk c join mastra_admin.batch b on b.id = c.batch_id
        where c.batch_id = ${batchId}::uuid and c.done_at is null and b.state = 'running'
        order by c.number limit 1 for update of c skip locked`
      scope.audited()
      if (!chunk) return false
      const { changed, drifted } = await change(scope, { batchId, ...chunk })
      await scope.tx.$executeRaw`
        update mastra_admin.batch_chunk set done_at = clock_timestamp(), changed = ${changed}, drifted = ${drifted}
        where batch_id = ${batchId}::uuid and number = ${chunk.number}`
      return true
    },
    batchId,
  )
}
