import { SearchX } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** No connection has this reference. */
export default function CustomerNotFound() {
  return (
    <EmptyState
      icon={SearchX}
      level={1}
      title="This end user has no connections"
      text="The connections may have been removed, or the reference is incomplete: it has to match exactly, including case."
      action={<LinkButton href={routes.customers()}>Go to the end users</LinkButton>}
    />
  )
}
