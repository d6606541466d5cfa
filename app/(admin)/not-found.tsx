import { SearchX } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** Nothing at this address, inside the frame, for pages that have nothing more exact to say. */
export default function NotFound() {
  return (
    <EmptyState
      icon={SearchX}
      level={1}
      title="There is nothing here"
      text="What this address leads to does not exist, has been removed, or the address is incomplete."
      action={<LinkButton href={routes.overview()}>Go to the overview</LinkButton>}
    />
  )
}
