import { SearchX } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** No cause of that id: causes are remembered, so that the address is wrong. */
export default function CauseNotFound() {
  return (
    <EmptyState
      icon={SearchX}
      level={1}
      title="There is no cause with this id"
      text="The address is incomplete, or belongs to another installation. Causes that no connection has any more can still be found here."
      action={<LinkButton href={routes.issues()}>Go to the issues</LinkButton>}
    />
  )
}
