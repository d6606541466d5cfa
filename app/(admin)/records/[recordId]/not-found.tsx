import { SearchX } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

/** No record of that id. Mastra may have removed it for good, which leaves nothing to show. */
export default function RecordNotFound() {
  return (
    <EmptyState
      icon={SearchX}
      level={1}
      title="There is no record with this id"
      text="It may have been removed for good, or the address is incomplete. Soft-deleted records would still be found here."
      action={<LinkButton href={routes.records({ state: 'all' })}>Search all records</LinkButton>}
    />
  )
}
