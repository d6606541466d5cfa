import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { lockView } from './lock-view'
import type { ViewInput } from './schema'

/** Shows a view of one's own to everyone; sharing twice is no change. Throws FORBIDDEN and NOT_FOUND. */
export async function shareView(actor: Actor, { viewId }: ViewInput): Promise<{ changed: boolean }> {
  authorize(actor, 'views:share')
  return transact(actor, async ({ tx, audit }) => {
    const view = await lockView(tx, actor, viewId)
    if (view.shared) {
      await audit([])
      return { changed: false }
    }
    await tx.savedView.update({ where: { id: viewId }, data: { shared: true } })
    await audit([{ action: 'view.share', subjectId: viewId, before: { shared: false }, after: { shared: true } }])
    return { changed: true }
  })
}
