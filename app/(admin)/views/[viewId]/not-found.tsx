import { SearchX } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** No view of that id, or one that someone keeps to themselves, which is not told apart. */
export default function ViewNotFound() {
  return (
    <EmptyState
      icon={SearchX}
      level={1}
      title="There is no such view"
      text="It was deleted, or it is not shared with you."
      action={<LinkButton href={routes.records()}>Go to the records</LinkButton>}
    />
  )
}
