import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockView } from './lock-view'
import { lockDefaults } from './room'
import type { DefaultViewInput } from './schema'

/**
 * Makes a shared view what people of a role get when they open its table without saying how; another one's place is taken. Throws
 * FORBIDDEN, NOT_FOUND, and CONFLICT for a view that is not shared.
 */
export async function setDefaultView(
  actor: Actor,
  { viewId, role }: DefaultViewInput,
): Promise<{ changed: boolean; replaced: string | null }> {
  authorize(actor, 'views:share')
  return transact(actor, async ({ tx, audit }) => {
    const view = await lockView(tx, actor, viewId)
    if (!view.shared)
      throw new AppError('CONFLICT', `Only you see “${view.name}”. Share it before it becomes a default.`)
    await lockDefaults(tx, view.table)
    const key = { table: view.table, role }
    const before = await tx.defaultView.findUnique({ where: { table_role: key } })
    if (before?.viewId === viewId) {
      await audit([])
      return { changed: false, replaced: null }
    }
    await tx.defaultView.upsert({ where: { table_role: key }, create: { ...key, viewId }, update: { viewId } })
    const replaced = before?.viewId ?? null
    const change = { before: { ...key, viewId: replaced }, after: { ...key, viewId } }
    await audit([{ action: 'view.set-default', subjectId: viewId, ...change }])
    return { changed: true, replaced }
  })
}
