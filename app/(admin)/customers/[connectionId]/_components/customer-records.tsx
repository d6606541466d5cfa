import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import { customerRecords } from '@/lib/customers/queries'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'

interface CustomerRecordsProps {
  actor: Actor
  reference: string
  timeZone: string
}

/** How many records an end user has of each type, and when the newest came; each number leads to its records. */
export async function CustomerRecords({ actor, reference, timeZone }: CustomerRecordsProps) {
  const rows = await customerRecords(actor, reference)
  if (!rows)
    return (
      <p className="p-4 text-sm text-ink-muted">
        Counting took too long. The index on records by entity, on the page <em>Database</em>, makes it instant.
      </p>
    )
  if (rows.length === 0) return <p className="p-4 text-sm text-ink-muted">No records have been synced.</p>
  const cell = 'px-4 py-2'
  return (
    <section
      aria-label="Records by type"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full text-sm">
        <thead className="text-ink-muted">
          <tr className="border-b border-line">
            {['Type', 'Integration'].map((title) => (
              <th key={title} scope="col" className={`${cell} text-left font-medium`}>
                {title}
              </th>
            ))}
            {['Active', 'Archived', 'Deleted', 'Newest'].map((title) => (
              <th key={title} scope="col" className={`${cell} text-right font-medium`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ integration, entityType, active, archived, deleted, newestAt }) => {
            const q = [
              termText('connection.connectionId', reference),
              termText('connection.name', integration),
              termText('entityType', entityType),
            ].join(' ')
            return (
              <tr key={`${integration} ${entityType}`} className="border-b border-line last:border-b-0">
                <th scope="row" className={`${cell} text-left font-normal`}>
                  <Link
                    href={routes.records({ q, state: 'all' })}
                    prefetch={false}
                    className="text-accent-text hover:underline"
                  >
                    <bdi>{entityType}</bdi>
                  </Link>
                </th>
                <td className={cell}>
                  <bdi>{integration}</bdi>
                </td>
                {[
                  { name: 'active', value: active, query: { q: `${q} status:ACTIVE` } },
                  { name: 'archived', value: archived, query: { q: `${q} status:ARCHIVED` } },
                  { name: 'deleted', value: deleted, query: { q, state: 'deleted' } },
                ].map(({ name, value, query }) => (
                  <td key={name} className={`${cell} text-right`}>
                    {value === 0 ? (
                      <NumberText value={0} />
                    ) : (
                      <Link
                        href={routes.records(query)}
                        prefetch={false}
                        aria-label={`${value} ${name} ${entityType}`}
                        className="text-accent-text hover:underline"
                      >
                        <NumberText value={value} />
                      </Link>
                    )}
                  </td>
                ))}
                <td className={`${cell} text-right whitespace-nowrap`}>
                  {newestAt && <RelativeTime iso={newestAt} timeZone={timeZone} />}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
