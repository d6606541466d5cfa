import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { batchVerb, type IncludeInput } from './schema'
import { BATCH_VERBS } from './verbs-schema'

/**
 * Takes records that changed since into a prepared undo after all: they become what they were before the batch, if they still are as
 * the list of exceptions shows them. Gives how many were taken in. Throws FORBIDDEN, NOT_FOUND, and CONFLICT once it was started.
 */
export async function includeExceptions(
  actor: Actor,
  { batchId, recordIds }: IncludeInput,
): Promise<{ included: number }> {
  return transact(actor, async ({ tx, audit }) => {
    const [batch] = await tx.$queryRaw<{ verb: string; state: string; actorId: string }[]>`
      select verb, state, actor_id as "actorId" from mastra_admin.batch where id = ${batchId}::uuid for update`
    if (!batch) throw new AppError('NOT_FOUND', 'There is no such batch.')
    authorize(actor, BATCH_VERBS[batchVerb.parse(batch.verb)].permission)
    if (batch.actorId !== actor.id)
      throw new AppError('FORBIDDEN', 'Only whoever prepared this batch can add to it. Prepare one of your own.')
    if (batch.state !== 'ready')
      throw new AppError('CONFLICT', 'This batch was already started, so nothing can be added to it.')
    const [outcome] = await tx.$queryRaw<{ included: number }[]>`
      with chosen as (
        delete from mastra_admin.batch_exception
        where batch_id = ${batchId}::uuid and record_id = any(${recordIds}::text[]) and kind = 'skipped'
          and reason in ('changed', 'twin') and entry_id is not null
        returning record_id, found, becomes, entry_id),
      added as (
        insert into mastra_admin.batch_chunk (batch_id, number, size, record_ids, was, becomes, entry_ids)
        select ${batchId}::uuid,
          (select coalesce(max(number), -1) + 1 from mastra_admin.batch_chunk where batch_id = ${batchId}::uuid), count(*),
          array_agg(record_id order by record_id), array_agg(found order by record_id),
          array_agg(becomes order by record_id), array_agg(entry_id order by record_id)
        from chosen having count(*) > 0)
      update mastra_admin.batch set total = total + (select count(*) from chosen) where id = ${batchId}::uuid
      returning (select count(*)::int from chosen) as included`
    await audit([])
    return { included: outcome?.included ?? 0 }
  })
}
