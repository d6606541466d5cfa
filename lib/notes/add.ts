import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { commonMaskPolicy } from '../mask/mask-policy'
import type { AddNoteInput } from './schema'

/** Adds a note. What looks like a secret in it is masked before it is kept: people paste what they were sent. Throws FORBIDDEN. */
export async function addNote(
  actor: Actor,
  { subjectType, subjectId, text }: AddNoteInput,
): Promise<{ noteId: string }> {
  authorize(actor, 'notes:write')
  const kept = (await commonMaskPolicy()).message(text)
  return transact(actor, async ({ tx, audit }) => {
    const { id } = await tx.note.create({
      data: { subjectType, subjectId, text: kept, authorId: actor.id, authorEmail: actor.email },
    })
    await audit([{ action: 'note.add', subjectId: id, after: { on: subjectType, of: subjectId, text: kept } }])
    return { noteId: id }
  })
}
