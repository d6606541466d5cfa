import { EmptyState } from '@/components/empty-state'
import { NumberText } from '@/components/number-text'
import { Link } from '@/components/ui/link'
import type { IntegrationRow } from '@/lib/health/dto'
import { integrationsCompared } from '@/lib/health/overview-queries'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import type { OverviewPart } from './load-totals'

const CELL = 'py-1.5 pr-4 pl-1 text-right whitespace-nowrap'

/** The columns; a number that is not nothing leads to what it counts, where there is a list of it. */
const COLUMNS = [
  { key: 'connections', label: 'Connections', href: (name: string) => routes.connections({ q: name }) },
  {
    key: 'failing',
    label: 'Failing',
    href: (name: string) => routes.connections({ q: `${name} (health:failing OR health:degraded)` }),
  },
  {
    key: 'quiet',
    label: 'Quiet',
    href: (name: string) => routes.connections({ q: `${name} health:quiet`, sort: '-quietSince' }),
  },
  { key: 'openCauses', label: 'Open causes', href: null },
  { key: 'lastDay', label: 'Records, 24 h', href: null },
  { key: 'lastWeek', label: '7 days', href: null },
] as const satisfies readonly {
  key: keyof IntegrationRow
  label: string
  href: ((name: string) => ReturnType<typeof routes.connections>) | null
}[]

/** Integrations beside each other: whether what is wrong is wrong with one of them. */
export async function IntegrationsTable({ actor, viewer }: OverviewPart) {
  const rows = await integrationsCompared(actor, viewer.now)
  if (rows.length === 0)
    return (
      <EmptyState
        level={3}
        title="No integrations yet"
        text="Each integration that an end user connects is compared with the others here."
      />
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Integrations compared" tabIndex={0} className="max-h-104 overflow-auto">
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-surface text-xs text-ink-muted">
          <tr>
            <th scope="col" className="py-2 pl-4 text-left font-medium">
              Integration
            </th>
            {COLUMNS.map(({ key, label }) => (
              <th key={key} scope="col" className={`${CELL} font-medium`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.integration} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row }: { row: IntegrationRow }) {
  const name = termText('name', row.integration)
  const causes = routes.issues({ q: termText('integration', row.integration) })
  return (
    <tr className="border-t border-line">
      <th scope="row" className="max-w-48 truncate py-1.5 pr-1 pl-4 text-left font-normal">
        <Link href={routes.connections({ q: name })} prefetch={false} className="hover:underline">
          <bdi>{row.integration === '' ? '(empty)' : row.integration}</bdi>
        </Link>
      </th>
      {COLUMNS.map(({ key, href }) => {
        const to = key === 'openCauses' ? causes : href?.(name)
        return (
          <td key={key} className={CELL}>
            {row[key] === 0 ? (
              <span className="text-ink-muted">0</span>
            ) : to ? (
              <Link href={to} prefetch={false} className="text-accent-text hover:underline">
                <NumberText value={row[key]} />
              </Link>
            ) : (
              <NumberText value={row[key]} />
            )}
          </td>
        )
      })}
    </tr>
  )
}
