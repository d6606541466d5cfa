import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import type { UserRow } from '@/lib/users/dto'

/** Whether someone may sign in, or has not come yet. */
export function UserState({ user: { disabledAt, invitation }, timeZone }: { user: UserRow; timeZone: string }) {
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
          until <RelativeTime iso={invitation.until} timeZone={timeZone} />
        </span>
      ) : (
        'the link has ended'
      )}
    </span>
  )
}
