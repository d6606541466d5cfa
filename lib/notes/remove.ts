import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize, can } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { NoteInput } from './schema'

/** Takes one's own note away from the page; administrators may take any. What it said stays in the trail. Throws FORBIDDEN, NOT_FOUND. */
export async function removeNote(actor: Actor, input: NoteInput): Promise<void> {
  await setRemoved(actor, input, true)
}

/** Puts a removed note back. Throws FORBIDDEN, NOT_FOUND. */
export async function putBackNote(actor: Actor, input: NoteInput): Promise<void> {
  await setRemoved(actor, input, false)
}

async function setRemoved(actor: Actor, { noteId }: NoteInput, removed: boolean): Promise<void> {
  authorize(actor, 'notes:write')
  await transact(actor, async ({ tx, audit }) => {
    const own = can(actor, 'users:manage') ? {} : { authorId: actor.id }
    const note = await tx.note.findFirst({ where: { id: noteId, ...own } })
    if (!note) throw new AppError('NOT_FOUND', 'This note no longer exists, or is not yours.')
    const { count } = await tx.note.updateMany({
      where: { id: noteId, removedAt: removed ? null : { not: null } },
      data: { removedAt: removed ? new Date() : null },
    })
    const about = { on: note.subjectType, of: note.subjectId, text: note.text }
    const change = removed
      ? ({ action: 'note.remove', before: about } as const)
      : ({ action: 'note.add', after: about } as const)
    await audit(count === 0 ? [] : [{ ...change, subjectId: noteId }])
  })
}
