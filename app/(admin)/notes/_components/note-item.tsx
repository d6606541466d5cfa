'use client'

import { Trash2 } from 'lucide-react'
import { ActionButton } from '@/components/action-button'
import { LongText } from '@/components/long-text'
import { RelativeTime } from '@/components/relative-time'
import type { NoteRow } from '@/lib/notes/dto'
import { putBackNoteAction, removeNoteAction } from '../actions'

/** One note, with the way to take it away for whoever may. */
export function NoteItem({ note, timeZone, mayRemove }: { note: NoteRow; timeZone: string; mayRemove: boolean }) {
  const { id: noteId } = note
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <LongText text={note.text} />
        <p className="mt-0.5 text-xs text-ink-muted">
          <bdi>{note.authorEmail}</bdi>, <RelativeTime iso={note.createdAt} timeZone={timeZone} />
        </p>
      </div>
      {mayRemove && (
        <ActionButton
          compact
          action={(key) => removeNoteAction({ noteId }, key)}
          outcome={() => ({ message: 'The note was removed.', undo: (key) => putBackNoteAction({ noteId }, key) })}
        >
          <Trash2 aria-hidden />
          Remove note
        </ActionButton>
      )}
    </li>
  )
}
