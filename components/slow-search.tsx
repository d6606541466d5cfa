import { Hourglass } from 'lucide-react'
import type { Route } from 'next'
import { EmptyState } from './empty-state'
import { LinkButton } from './ui/link-button'

/**
 * Stands in place of rows whose search the database was told to give up. Not an error: the filter can be made narrower, or, where
 * `inSteps` leads to it, be asked in an order in which matches can be shown as they are found.
 */
export function SlowSearch({ inSteps }: { inSteps?: Route }) {
  return (
    <EmptyState
      icon={Hourglass}
      title="This search takes too long"
      text="The database stopped it before it could slow down everyone else. Add a condition on a field to narrow it, or choose a shorter period."
      action={
        inSteps && (
          <LinkButton href={inSteps} prefetch={false} scroll={false}>
            Show the newest matches as they are found
          </LinkButton>
        )
      }
    />
  )
}
