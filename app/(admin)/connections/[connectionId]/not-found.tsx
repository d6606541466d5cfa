import { SearchX } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** No connection of that id. Mastra may have removed it, which leaves nothing to show. */
export default function ConnectionNotFound() {
  return (
    <EmptyState
      icon={SearchX}
      level={1}
      title="There is no connection with this id"
      text="It may have been removed, or the address is incomplete. What was done to it here is still in the audit trail."
      action={<LinkButton href={routes.connections()}>Go to the connections</LinkButton>}
    />
  )
}
