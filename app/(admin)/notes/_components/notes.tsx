import { Late } from '@/components/late'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { notesOn } from '@/lib/notes/queries'
import type { Noted } from '@/lib/notes/schema'
import { viewerZone } from '@/lib/time/viewer-zone'
import { NoteForm } from './note-form'
import { NoteItem } from './note-item'

interface NotesProps {
  actor: Actor
  subjectType: Noted
  subjectId: string
}

/** What people wrote about one thing, the newest first, and where to write more: a region of its page that fails by itself. */
export function Notes(props: NotesProps) {
  return (
    <Section title="Notes" flush>
      <NoteForm subjectType={props.subjectType} subjectId={props.subjectId} />
      <Late what="The notes" fallback={<SkeletonRows rows={1} />}>
        <NoteList {...props} />
      </Late>
    </Section>
  )
}

async function NoteList({ actor, subjectType, subjectId }: NotesProps) {
  const [notes, timeZone] = await Promise.all([notesOn(actor, subjectType, subjectId), viewerZone()])
  const mayRemoveAny = can(actor, 'users:manage')
  return (
    <ul className="empty:hidden">
      {notes.map((note) => (
        <NoteItem
          key={note.id}
          note={note}
          timeZone={timeZone}
          mayRemove={mayRemoveAny || note.authorId === actor.id}
        />
      ))}
    </ul>
  )
}
