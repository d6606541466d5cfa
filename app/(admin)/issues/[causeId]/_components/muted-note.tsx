import { RelativeTime } from '@/components/relative-time'
import { Alert } from '@/components/ui/alert'
import type { CauseRow } from '@/lib/issues/dto'

/** That a cause is muted, and what shows it again. */
export function MutedNote({ cause, timeZone }: { cause: CauseRow; timeZone: string }) {
  return (
    <Alert title="It is muted, so it is left out of what needs attention.">
      {cause.mutedUntilChange || cause.mutedUntil === null ? (
        'It is shown again as soon as another connection gets it, or one gets it again.'
      ) : (
        <>
          It is shown again <RelativeTime iso={cause.mutedUntil} timeZone={timeZone} />, and not before, no matter how
          many connections get it.
        </>
      )}
    </Alert>
  )
}
