import { SearchX } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** No entity of that id. Mastra may have removed it, and its records may still name it. */
export default function EntityNotFound() {
  return (
    <EmptyState
      icon={SearchX}
      level={1}
      title="There is no entity with this id"
      text="It may have been removed, or the address is incomplete. Records that name it can still be found by their entity id."
      action={<LinkButton href={routes.connections()}>Go to the connections</LinkButton>}
    />
  )
}
