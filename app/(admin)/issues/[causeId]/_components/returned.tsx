import { RelativeTime } from '@/components/relative-time'
import { Alert } from '@/components/ui/alert'
import type { Actor } from '@/lib/auth/actor'
import type { CauseRow } from '@/lib/issues/dto'
import { lastClearing } from '@/lib/issues/queries'
import { notesOn } from '@/lib/notes/queries'

/** That a cause is back, who cleared it last, and what they noted about it. */
export async function Returned({ actor, cause, timeZone }: { actor: Actor; cause: CauseRow; timeZone: string }) {
  const [clearing, notes] = await Promise.all([lastClearing(actor, cause.id), notesOn(actor, 'issue', cause.id)])
  // What whoever cleared it noted says more than what was noted last.
  const note = notes.find(({ authorEmail }) => authorEmail === clearing?.by) ?? notes[0]
  return (
    <Alert tone="warning" title="It came back after no connection had it.">
      <p>
        {cause.reopenedAt && (
          <>
            Back since <RelativeTime iso={cause.reopenedAt} timeZone={timeZone} />.{' '}
          </>
        )}
        {clearing ? (
          <>
            Last cleared by <bdi>{clearing.by}</bdi>, <RelativeTime iso={clearing.at} timeZone={timeZone} />.
          </>
        ) : (
          'Nobody cleared it: it had gone away by itself.'
        )}
      </p>
      {note && (
        <p className="mt-1">
          Noted by <bdi>{note.authorEmail}</bdi>: <span dir="auto">{note.text}</span>
        </p>
      )}
    </Alert>
  )
}
