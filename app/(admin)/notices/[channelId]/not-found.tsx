import { SearchX } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** No channel of that id: it was deleted, or the address is wrong. */
export default function ChannelNotFound() {
  return (
    <EmptyState
      icon={SearchX}
      level={1}
      title="There is no channel with this id"
      text="It was deleted, or the address is incomplete. What was done to it is in the audit trail."
      action={<LinkButton href={routes.notices()}>Go to the notices</LinkButton>}
    />
  )
}
