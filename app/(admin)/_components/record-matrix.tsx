import clsx from 'clsx'
import { FILLS } from '@/components/charts/fill'
import { shareOf } from '@/components/charts/scale'
import { StackedStrip } from '@/components/charts/stacked-strip'
import { EmptyState } from '@/components/empty-state'
import { NumberText } from '@/components/number-text'
import { Link } from '@/components/ui/link'
import type { TypeCounts } from '@/lib/overview/dto'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { CountedAt, NotCountedYet } from './counted-at'
import { loadTotals, type OverviewPart } from './load-totals'

/** How each state is asked for in the record table; together they are every record once. */
const STATES = [
  { key: 'active', label: 'Active', filter: 'status:ACTIVE', state: undefined, fill: 'accent' },
  { key: 'archived', label: 'Archived', filter: 'status:ARCHIVED', state: undefined, fill: 'muted' },
  { key: 'deleted', label: 'Deleted', filter: '', state: 'deleted', fill: 'danger' },
] as const

/** Records by entity type and state, drawn beside the numbers; each number leads to the records that it counts. */
export async function RecordMatrix({ actor, viewer }: OverviewPart) {
  const totals = await loadTotals(actor)
  if (!totals) return <NotCountedYet />
  const { types: counts, at } = totals
  if (counts.length === 0)
    return <EmptyState level={3} title="No records yet" text="The entity types that Mastra syncs are counted here." />
  const most = Math.max(...counts.map(totalOf))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Numbers of records" tabIndex={0} className="h-104 overflow-auto">
      {at && (
        <p className="px-4 pt-2 text-xs text-ink-muted">
          <CountedAt at={at} viewer={viewer} />
        </p>
      )}
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-surface text-xs text-ink-muted">
          <tr>
            <th scope="col" className="py-2 pl-4 text-left font-medium">
              Entity type
            </th>
            <td className="w-1/3 max-sm:hidden" />
            {STATES.map(({ key, label, fill }) => (
              <th key={key} scope="col" className="py-2 pr-4 pl-1 text-right font-medium whitespace-nowrap">
                <span aria-hidden className={clsx('mr-1.5 inline-block size-2 rounded-xs', FILLS[fill])} />
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row) => (
            <TypeRow key={row.entityType} row={row} most={most} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const totalOf = ({ active, archived, deleted }: TypeCounts) => active + archived + deleted

function TypeRow({ row, most }: { row: TypeCounts; most: number }) {
  const type = termText('entityType', row.entityType)
  return (
    <tr className="border-t border-line">
      <th scope="row" className="max-w-28 truncate sm:max-w-48 py-1.5 pr-1 pl-4 text-left font-normal">
        <Link href={routes.records({ q: type, state: 'all' })} prefetch={false} className="hover:underline">
          <bdi>{row.entityType === '' ? '(empty)' : row.entityType}</bdi>
        </Link>
      </th>
      <td className="max-sm:hidden">
        <span className="block" style={{ width: `${shareOf(totalOf(row), most) * 100}%` }}>
          <StackedStrip parts={STATES.map(({ key, fill }) => ({ key, value: row[key], fill }))} />
        </span>
      </td>
      {STATES.map(({ key, filter, state }) => (
        <td key={key} className="py-1.5 pr-4 pl-1 text-right">
          {row[key] === 0 ? (
            <span className="text-ink-muted">0</span>
          ) : (
            <Link
              href={routes.records({ q: `${type} ${filter}`.trim(), state })}
              prefetch={false}
              className="text-accent-text hover:underline"
            >
              <NumberText value={row[key]} />
            </Link>
          )}
        </td>
      ))}
    </tr>
  )
}
