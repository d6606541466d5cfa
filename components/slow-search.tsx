import { Hourglass } from 'lucide-react'
import { EmptyState } from './empty-state'

/** Stands in place of rows whose search the database was told to give up. Not an error: the filter can be made narrower. */
export function SlowSearch() {
  return (
    <EmptyState
      icon={Hourglass}
      title="This search takes too long"
      text="The database stopped it before it could hold up everyone else. Add a condition on a field to narrow it, or take a shorter stretch of time."
    />
  )
}
