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
      title="No connection is of this end user"
      text="The reference may be incomplete, or its connections may have been removed. It is compared letter by letter."
      action={<LinkButton href={routes.customers()}>Go to the end users</LinkButton>}
    />
  )
}
