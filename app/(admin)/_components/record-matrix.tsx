import Link from 'next/link'
import { EmptyState } from '@/components/empty-state'
import type { Actor } from '@/lib/auth/actor'
import type { TypeCounts } from '@/lib/overview/dto'
import { recordsByType } from '@/lib/overview/queries'
import { termText } from '@/lib/query/edit'
import { routes } from '@/lib/routes'

const format = new Intl.NumberFormat('en')

/** How each state is asked for in the record table; together they are every record once. */
const STATES = [
  { key: 'active', label: 'Live', filter: 'status:ACTIVE', state: undefined },
  { key: 'archived', label: 'Archived', filter: 'status:ARCHIVED', state: undefined },
  { key: 'deleted', label: 'Deleted', filter: '', state: 'deleted' },
] as const

/** Records by entity type and state; each number leads to the records that it counts. */
export async function RecordMatrix({ actor }: { actor: Actor }) {
  const counts = await recordsByType(actor)
  if (!counts) return <p className="p-4 text-sm text-ink-muted">Counting took too long.</p>
  if (counts.length === 0) return <EmptyState level={3} title="No records yet" />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Numbers of records" tabIndex={0} className="max-h-96 overflow-auto">
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-surface text-xs text-ink-muted">
          <tr>
            <th scope="col" className="px-4 py-2 text-left font-medium">
              Entity type
            </th>
            {STATES.map(({ key, label }) => (
              <th key={key} scope="col" className="px-4 py-2 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row) => (
            <TypeRow key={row.entityType} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TypeRow({ row }: { row: TypeCounts }) {
  const type = termText('entityType', row.entityType)
  return (
    <tr className="border-t border-line">
      <th scope="row" className="px-4 py-1.5 text-left font-normal">
        <Link href={routes.records({ q: type, state: 'all' })} prefetch={false} className="hover:underline">
          {row.entityType === '' ? '(empty)' : row.entityType}
        </Link>
      </th>
      {STATES.map(({ key, filter, state }) => (
        <td key={key} className="px-4 py-1.5 text-right">
          {row[key] === 0 ? (
            <span className="text-ink-muted">0</span>
          ) : (
            <Link
              href={routes.records({ q: `${type} ${filter}`.trim(), state })}
              prefetch={false}
              className="text-accent-text hover:underline"
            >
              {format.format(row[key])}
            </Link>
          )}
        </td>
      ))}
    </tr>
  )
}
