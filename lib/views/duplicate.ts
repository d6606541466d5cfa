import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { findVisible } from './lock-view'
import { lockNames, refuseTooMany } from './room'
import { MAX_NAME_LENGTH, type ViewInput } from './schema'

/** Makes a copy of one's own, of a view that one can see. Throws FORBIDDEN, NOT_FOUND, and LIMIT at a hundred views. */
export async function duplicateView(
  actor: Actor,
  { viewId }: ViewInput,
): Promise<{ viewId: string; name: string; query: string }> {
  authorize(actor, 'views:save')
  const copyId = randomUUID()
  return transact(actor, async ({ tx, audit }) => {
    const { table, name: original, query } = await findVisible(tx, actor, viewId)
    await lockNames(tx, actor.id)
    await refuseTooMany(tx, actor.id)
    const taken = await tx.savedView.findMany({ where: { ownerId: actor.id, table }, select: { name: true } })
    const name = copyName(original, new Set(taken.map((view) => view.name)))
    const owner = { ownerId: actor.id, ownerEmail: actor.email }
    await tx.savedView.create({ data: { id: copyId, table, name, query, ...owner } })
    await audit([{ action: 'view.save', subjectId: copyId, after: { table, name, query, copyOf: viewId } }])
    return { viewId: copyId, name, query }
  })
}

/** The first of "Name copy", "Name copy 2", … that is free; the name is cut to leave room for it. */
function copyName(original: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? ' copy' : ` copy ${number}`
    const name = cutTo(original, MAX_NAME_LENGTH - end.length) + end
    if (!taken.has(name)) return name
  }
}

/** At most `length` UTF-16 code units, no character cut in two. */
function cutTo(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
