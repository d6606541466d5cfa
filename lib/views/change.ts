import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockView } from './lock-view'
import type { ChangeViewInput } from './schema'
import { asViewTable } from './search-params'
import { understoodQuery } from './understood'

/**
 * Lets a view show another state from now on. Throws FORBIDDEN, NOT_FOUND, INVALID for a state that is not understood, and CONFLICT
 * when someone changed the view since it was seen.
 */
export async function changeView(
  actor: Actor,
  { viewId, query, seen }: ChangeViewInput,
): Promise<{ changed: boolean; query: string }> {
  authorize(actor, 'views:save')
  return transact(actor, async ({ tx, audit }) => {
    const view = await lockView(tx, actor, viewId)
    const kept = understoodQuery(asViewTable(view.table), query)
    if (view.query === kept) {
      await audit([])
      return { changed: false, query: kept }
    }
    if (view.query !== seen)
      throw new AppError(
        'CONFLICT',
        `“${view.name}” was changed in the meantime, so nothing was saved. Reload to see it.`,
      )
    await tx.savedView.update({ where: { id: viewId }, data: { query: kept } })
    const before = { query: view.query }
    await audit([{ action: 'view.change', subjectId: viewId, before, after: { query: kept } }])
    return { changed: true, query: kept }
  })
}
