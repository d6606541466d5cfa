import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { readDatabase } from '../db/replica'
import { maskPolicy } from '../mask/mask-policy'
import type { NoteRow } from './dto'
import type { Noted } from './schema'

/** Notes about one subject that a page shows. */
export const NOTES_SHOWN = 100

/** The newest notes about a subject, the newest first. Throws FORBIDDEN. */
export async function notesOn(actor: Actor, subjectType: Noted, subjectId: string): Promise<NoteRow[]> {
  authorize(actor, 'connections:read')
  const notes = await (await readDatabase()).note.findMany({
    where: { subjectType, subjectId, removedAt: null },
    orderBy: { id: 'desc' },
    take: NOTES_SHOWN,
  })
  const { message } = await maskPolicy(actor)
  return notes.map(({ id, text, authorId, authorEmail, createdAt }) => ({
    id,
    text: message(text),
    authorId,
    authorEmail,
    createdAt: createdAt.toISOString(),
  }))
}
