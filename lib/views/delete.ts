import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { lockView } from './lock-view'
import type { ViewInput } from './schema'

/** Deletes a view; its entry in the trail keeps all of it, so that `putBackView` can undo it. Throws FORBIDDEN and NOT_FOUND. */
export async function deleteView(actor: Actor, { viewId }: ViewInput): Promise<{ correlationId: string }> {
  authorize(actor, 'views:save')
  return transact(actor, async ({ tx, audit, correlationId }) => {
    const { table, name, query, shared, ownerId, ownerEmail, createdAt, defaults } = await lockView(tx, actor, viewId)
    await tx.savedView.delete({ where: { id: viewId } })
    const kept = { table, name, query, shared, ownerId, ownerEmail, createdAt: createdAt.toISOString() }
    const before = { ...kept, defaultFor: defaults.map(({ role }) => role) }
    await audit([{ action: 'view.delete', subjectId: viewId, before }])
    return { correlationId }
  })
}
