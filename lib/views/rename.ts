import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockView } from './lock-view'
import { lockNames, refuseTaken } from './room'
import type { RenameViewInput } from './schema'

/**
 * Gives a view another name; the one it has is no change. Throws FORBIDDEN, NOT_FOUND, and CONFLICT when its owner has another of
 * that name or someone renamed it since it was seen.
 */
export async function renameView(
  actor: Actor,
  { viewId, name, seen }: RenameViewInput,
): Promise<{ changed: boolean; name: string }> {
  authorize(actor, 'views:save')
  return transact(actor, async ({ tx, audit }) => {
    const view = await lockView(tx, actor, viewId)
    if (view.name === name) {
      await audit([])
      return { changed: false, name }
    }
    if (view.name !== seen)
      throw new AppError('CONFLICT', `This view was renamed to “${view.name}” in the meantime. Reload to see it.`)
    await lockNames(tx, view.ownerId)
    await refuseTaken(tx, { ...view, name })
    await tx.savedView.update({ where: { id: viewId }, data: { name } })
    await audit([{ action: 'view.rename', subjectId: viewId, before: { name: view.name }, after: { name } }])
    return { changed: true, name }
  })
}
