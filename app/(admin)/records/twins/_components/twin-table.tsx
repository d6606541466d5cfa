import type { ReactNode } from 'react'
import { LongText } from '@/components/long-text'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import type { Twin, TwinComparison } from '@/lib/records/twins-dto'
import { routes } from '@/lib/routes'
import { KeepTwin } from './keep-twin'

interface Props {
  group: TwinComparison
  timeZone: string
  /** Whether one may be chosen to stay. */
  mayKeep: boolean
}

const FRAME = 'overflow-x-auto rounded-lg border border-line bg-surface'
const CELL = 'min-w-40 max-w-80 border-t border-line px-3 py-2 text-left align-top'
const HEAD = `${CELL} sticky left-0 z-10 min-w-28 max-w-36 bg-surface font-medium break-words text-ink-muted`

/** Twins beside each other: a column for each, a row for whatever differs. */
export function TwinTable({ group, timeZone, mayKeep }: Props) {
  const { records, differences } = group
  const row = (name: string, of: (twin: Twin) => ReactNode) => (
    <tr>
      <th scope="row" className={HEAD}>
        {name}
      </th>
      {records.map((twin) => (
        <td key={twin.id} className={CELL}>
          {of(twin)}
        </td>
      ))}
    </tr>
  )
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label="Twins side by side" tabIndex={0} className={FRAME}>
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr>
              <td className={`${HEAD} border-t-0`} />
              {records.map((twin) => (
                <th key={twin.id} scope="col" className={`${CELL} border-t-0 font-normal`}>
                  <Link
                    href={routes.record(twin.id)}
                    prefetch={false}
                    className="font-mono text-xs break-all text-accent-text hover:underline"
                  >
                    {twin.id}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row('Created', (twin) => (
              <RelativeTime iso={twin.createdAt} timeZone={timeZone} />
            ))}
            {row('Updated', (twin) => twin.updatedAt && <RelativeTime iso={twin.updatedAt} timeZone={timeZone} />)}
            {row('Source', (twin) => (
              <bdi>{twin.source}</bdi>
            ))}
            {differences?.map(({ name, values }) => (
              <tr key={name}>
                <th scope="row" className={HEAD}>
                  <bdi>{name}</bdi>
                </th>
                {records.map((twin, place) => (
                  <td key={twin.id} className={CELL}>
                    <Value text={values[place] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
            {mayKeep && row('Decision', (twin) => <KeepTwin group={group} keep={twin.id} />)}
          </tbody>
        </table>
      </section>
      <p className="text-sm text-ink-muted">
        {differences === null && 'A document is too large to be compared here: open the records to see them. '}
        {differences?.length === 0 && 'Nothing differs in their data, status and enrichment status. '}
        {group.hasMasked && 'Masked values are compared as they are shown: two that look the same may differ. '}
        {mayKeep && 'The others are soft-deleted; Undo brings them back.'}
      </p>
    </>
  )
}

function Value({ text }: { text: string | null }) {
  if (text === null) return <span className="text-ink-muted">None</span>
  return text === '' ? <span className="text-ink-muted">Empty</span> : <LongText text={text} />
}
