import clsx from 'clsx'
import Link from 'next/link'
import {
  fromFirstPage,
  RECORD_STATES,
  type RecordSearch,
  type RecordState,
  recordQuery,
} from '@/lib/records/search-params'
import { routes } from '@/lib/routes'

const LABELS: Record<RecordState, string> = { live: 'Live', deleted: 'Deleted', all: 'All' }

/** Live records, as the product shows them, deleted ones, or both. */
export function StateLinks({ search }: { search: RecordSearch }) {
  return (
    <nav aria-label="State" className="flex gap-1">
      {RECORD_STATES.map((state) => (
        <Link
          key={state}
          href={routes.records(recordQuery(fromFirstPage(search, { state })))}
          prefetch={false}
          scroll={false}
          aria-current={state === search.state ? 'page' : undefined}
          className={clsx(
            'rounded-md px-2.5 py-1 text-sm hover:bg-hover pointer-coarse:py-2.5',
            state === search.state ? 'bg-accent-soft font-medium text-accent-text' : 'text-ink-muted',
          )}
        >
          {LABELS[state]}
        </Link>
      ))}
    </nav>
  )
}
