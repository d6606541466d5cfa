import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { lockView } from './lock-view'
import type { ViewInput } from './schema'

/**
 * Gives a shared view back to its owner alone; it is no role's default any more, which `defaultFor` tells. Throws FORBIDDEN and
 * NOT_FOUND.
 */
export async function unshareView(
  actor: Actor,
  { viewId }: ViewInput,
): Promise<{ changed: boolean; defaultFor: string[] }> {
  authorize(actor, 'views:share')
  return transact(actor, async ({ tx, audit }) => {
    const view = await lockView(tx, actor, viewId)
    const defaultFor = view.defaults.map(({ role }) => role)
    if (!view.shared) {
      await audit([])
      return { changed: false, defaultFor }
    }
    await tx.defaultView.deleteMany({ where: { viewId } })
    await tx.savedView.update({ where: { id: viewId }, data: { shared: false } })
    const before = { shared: true, ...(defaultFor.length > 0 && { defaultFor }) }
    await audit([{ action: 'view.unshare', subjectId: viewId, before, after: { shared: false } }])
    return { changed: true, defaultFor }
  })
}
