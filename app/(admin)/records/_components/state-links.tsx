import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import {
  fromFirstPage,
  RECORD_STATES,
  type RecordSearch,
  type RecordState,
  recordQuery,
} from '@/lib/records/search-query'
import { routes } from '@/lib/routes'

const LABELS: Record<RecordState, string> = { live: 'Live', deleted: 'Deleted', all: 'All' }

/** Live records, as the product shows them, deleted ones, or both. */
export function StateLinks({ search }: { search: RecordSearch }) {
  return (
    <nav aria-label="State" className="flex h-9 rounded-md border border-line bg-surface p-0.5 pointer-coarse:h-11">
      {RECORD_STATES.map((state) => (
        <Link
          key={state}
          href={routes.records(recordQuery(fromFirstPage(search, { state })))}
          prefetch={false}
          scroll={false}
          aria-current={state === search.state ? 'page' : undefined}
          className={clsx(
            'flex items-center rounded-sm px-3 text-sm transition-colors',
            state === search.state
              ? 'bg-accent-soft font-medium text-accent-text'
              : 'text-ink-muted hover:bg-hover hover:text-ink',
          )}
        >
          {LABELS[state]}
        </Link>
      ))}
    </nav>
  )
}
