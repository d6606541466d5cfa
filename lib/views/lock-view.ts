import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import type { DefaultView, Prisma, SavedView } from '../db/generated/client'
import { AppError } from '../errors'

/** A view with the roles whose default it is. */
export type LockedView = SavedView & { defaults: DefaultView[] }

/**
 * The view as it is now, locked until the transaction ends, for someone who may change it: the owner, or for a shared one an
 * administrator. Throws FORBIDDEN, and NOT_FOUND also for what someone else keeps to themselves.
 */
export async function lockView(tx: Prisma.TransactionClient, actor: Actor, viewId: string): Promise<LockedView> {
  await tx.$queryRaw`select 1 from mastra_admin.saved_view where id = ${viewId}::uuid for update`
  const view = await findVisible(tx, actor, viewId)
  authorize(actor, view.shared ? 'views:share' : 'views:save')
  return view
}

/** The view, if this person can see it. Throws NOT_FOUND. */
export async function findVisible(tx: Prisma.TransactionClient, actor: Actor, viewId: string): Promise<LockedView> {
  const view = await tx.savedView.findUnique({ where: { id: viewId }, include: { defaults: true } })
  if (!view || (view.ownerId !== actor.id && !view.shared))
    throw new AppError('NOT_FOUND', 'This view no longer exists or is no longer shared, so nothing was changed.')
  return view
}
