import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { lockNames, refuseTaken, refuseTooMany } from './room'
import type { SaveViewInput } from './schema'
import { understoodQuery } from './understood'

/**
 * Keeps the state of a table under a name, for oneself or shared. Throws FORBIDDEN, INVALID for a state that is not understood,
 * CONFLICT for a name that one has used for this table, LIMIT at a hundred views.
 */
export async function saveView(
  actor: Actor,
  { table, name, query, shared }: SaveViewInput,
): Promise<{ viewId: string; query: string }> {
  authorize(actor, 'views:save')
  if (shared) authorize(actor, 'views:share')
  const kept = understoodQuery(table, query)
  const viewId = randomUUID()
  return transact(actor, async ({ tx, audit }) => {
    await lockNames(tx, actor.id)
    await refuseTooMany(tx, actor.id)
    await refuseTaken(tx, { ownerId: actor.id, table, name })
    const owner = { ownerId: actor.id, ownerEmail: actor.email }
    await tx.savedView.create({ data: { id: viewId, table, name, query: kept, shared, ...owner } })
    await audit([{ action: 'view.save', subjectId: viewId, after: { table, name, query: kept, shared } }])
    return { viewId, query: kept }
  })
}
