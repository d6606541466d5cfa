import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { lockView } from './lock-view'
import type { DefaultViewInput } from './schema'

/** Ends that a view is a role's default; one that took its place meanwhile stays. Throws FORBIDDEN and NOT_FOUND. */
export async function clearDefaultView(
  actor: Actor,
  { viewId, role }: DefaultViewInput,
): Promise<{ changed: boolean }> {
  authorize(actor, 'views:share')
  return transact(actor, async ({ tx, audit }) => {
    const { table } = await lockView(tx, actor, viewId)
    const { count } = await tx.defaultView.deleteMany({ where: { viewId, role } })
    const before = { table, role, viewId }
    const after = { table, role, viewId: null }
    await audit(count === 0 ? [] : [{ action: 'view.clear-default', subjectId: viewId, before, after }])
    return { changed: count > 0 }
  })
}
