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
      text="What this address names does not exist, or not any more, or the address is incomplete."
      action={<LinkButton href={routes.overview()}>To the overview</LinkButton>}
    />
  )
}
