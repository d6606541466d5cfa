import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import type { UserRow } from '@/lib/users/dto'

interface UserStateProps {
  user: UserRow
  timeZone: string
  /** Milliseconds since the epoch that the end of an invitation is counted from; without it the end is shown in full. */
  now?: number
}

/** Whether someone may sign in, or has not come yet. */
export function UserState({ user: { disabledAt, invitation }, timeZone, now }: UserStateProps) {
  if (disabledAt) return <Badge icon="ban">Disabled</Badge>
  if (!invitation)
    return (
      <Badge calm tone="success">
        Active
      </Badge>
    )
  return (
    <span className="flex items-center gap-x-2 max-sm:flex-wrap max-sm:whitespace-normal text-ink-muted">
      <Badge tone={invitation.until ? 'info' : 'warning'}>Invited</Badge>
      {invitation.until ? (
        <span>
          {now === undefined ? 'until' : 'ends'} <RelativeTime iso={invitation.until} timeZone={timeZone} now={now} />
        </span>
      ) : (
        'link ended'
      )}
    </span>
  )
}
