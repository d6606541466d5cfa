import 'server-only'
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockNames, refuseTaken, refuseTooMany } from './room'
import type { PutBackViewInput } from './schema'

const deleted = z.object({
  table: z.string(),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  ownerId: z.string(),
  ownerEmail: z.string(),
  createdAt: z.string(),
  defaultFor: z.array(z.string()),
})

/**
 * Takes the deletion of a view back: it has its id again, and is the default of the roles that got no other since. Who may delete it
 * may put it back, so this needs no right to undo other things. Throws FORBIDDEN, NOT_FOUND, CONFLICT when it is back already or its
 * name is taken, LIMIT when its owner has a hundred views again.
 */
export async function putBackView(actor: Actor, { correlationId }: PutBackViewInput): Promise<{ viewId: string }> {
  authorize(actor, 'views:save')
  return transact(actor, async ({ tx, audit }) => {
    const entry = await tx.auditEntry.findFirst({ where: { correlationId, action: 'view.delete' } })
    const view = entry && deleted.parse(entry.before)
    if (!view || (view.ownerId !== actor.id && !view.shared))
      throw new AppError('NOT_FOUND', 'There is no such deletion, so nothing was put back.')
    if (view.shared) authorize(actor, 'views:share')
    const { defaultFor, ...kept } = view
    await lockNames(tx, view.ownerId)
    // Under the lock: a second click waits here, and finds what the first one did.
    if (await tx.auditEntry.findUnique({ where: { undoesId: entry.id } }))
      throw new AppError('CONFLICT', `“${view.name}” was put back before.`)
    await refuseTooMany(tx, view.ownerId)
    await refuseTaken(tx, view)
    const viewId = entry.subjectId
    await tx.savedView.create({ data: { id: viewId, ...kept } })
    const places = defaultFor.map((role) => ({ table: view.table, role, viewId }))
    await tx.defaultView.createMany({ data: places, skipDuplicates: true })
    await audit([{ action: 'view.put-back', subjectId: viewId, after: kept, undoesId: entry.id }])
    return { viewId }
  })
}
