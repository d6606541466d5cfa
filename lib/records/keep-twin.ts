import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { VERSION } from './compare-twins'
import { flipDeleted } from './deleted-at'
import type { KeepTwinInput } from './schema'

export interface KeepTwinOutcome {
  kept: string
  changed: string[]
  correlationId: string
}

/**
 * Resolves a group of twins: keeps one live and soft-deletes the others, in one step of the trail that can be undone. Only the group that the
 * person saw: throws CONFLICT when a record of it was written to, came or went since, FORBIDDEN, and INVALID when the one to keep is not of it.
 */
export async function keepTwin(
  actor: Actor,
  { externalId, entityId, keep, seen }: KeepTwinInput,
): Promise<KeepTwinOutcome> {
  authorize(actor, 'records:delete')
  if (!seen.some(({ id }) => id === keep)) throw new AppError('INVALID', 'The record to keep is not one of the twins.')
  return transact(actor, async ({ tx, audit, correlationId }) => {
    const live = await tx.$queryRaw<{ id: string; version: string }[]>`
      select r.id, ${VERSION} as version from mastra.records r
      where "externalId" = ${externalId} and "entityId" = ${entityId} and "deletedAt" is null
      order by r.id for no key update`
    const versions = new Map(live.map(({ id, version }) => [id, version]))
    if (live.length !== seen.length || seen.some(({ id, version }) => versions.get(id) !== version))
      throw new AppError(
        'CONFLICT',
        'These records have changed since you looked, so nothing was done. Reload to see them.',
      )
    const changed = live.map(({ id }) => id).filter((id) => id !== keep)
    await audit(await flipDeleted(tx, changed))
    return { kept: keep, changed, correlationId }
  })
}
