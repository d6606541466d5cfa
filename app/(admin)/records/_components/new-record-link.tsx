import { Plus } from 'lucide-react'
import { PageCommandLink } from '@/components/keyboard/page-command'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { typedScope } from '@/lib/records/typed-scope'
import { routes } from '@/lib/routes'

/** Leads to a new record where the filter keeps to one entity, for those who may make one. */
export function NewRecordLink({ actor, q }: { actor: Actor; q: string }) {
  const scope = typedScope(q)
  if (scope?.by !== 'entity' || !can(actor, 'records:create')) return null
  const href = routes.recordNew({ entityId: scope.value })
  return (
    <>
      <LinkButton href={href} prefetch={false}>
        <Plus aria-hidden />
        New record
      </LinkButton>
      <PageCommandLink label="New record" href={href} />
    </>
  )
}
