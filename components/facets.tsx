import clsx from 'clsx'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { shareOf } from './charts/scale'
import { NumberText } from './number-text'
import { Link } from './ui/link'

export interface FacetValue {
  label: string
  count: number
  href: Route
  selected: boolean
}

export interface Facet {
  title: string
  values: readonly FacetValue[]
}

/** Values shown before *Show all*. */
const SHORT = 6

/** What occurs among the rows and how often, the number drawn behind it; each value is a link that narrows the table to it, or widens it again. `note` says of what part the counts are. */
export function Facets({ facets, note }: { facets: readonly Facet[]; note?: ReactNode }) {
  return (
    <div className="grid gap-5">
      {note && <p className="px-2 text-xs text-ink-muted">{note}</p>}
      {facets
        .filter(({ values }) => values.length > 0)
        .map(({ title, values }) => (
          <section key={title} aria-label={title}>
            <h2 className="mb-1 px-2 text-xs font-medium text-ink-muted">{title}</h2>
            <FacetValues values={values.slice(0, SHORT)} most={mostOf(values)} />
            {values.length > SHORT && (
              <details>
                <summary className="rounded-md px-2 py-1 text-xs text-accent-text hover:underline">
                  Show <NumberText value={values.length - SHORT} /> more
                </summary>
                <FacetValues values={values.slice(SHORT)} most={mostOf(values)} />
              </details>
            )}
          </section>
        ))}
    </div>
  )
}

const mostOf = (values: readonly FacetValue[]) => Math.max(...values.map(({ count }) => count))

function FacetValues({ values, most }: { values: readonly FacetValue[]; most: number }) {
  return (
    <ul>
      {values.map(({ label, count, href, selected }) => (
        <li key={label}>
          <Link
            href={href}
            prefetch={false}
            scroll={false}
            aria-current={selected ? 'true' : undefined}
            className={clsx(
              'relative flex items-center gap-2 rounded-md px-2 py-1 text-sm hover:bg-hover pointer-coarse:py-2.5',
              selected && 'bg-accent-soft font-medium text-accent-text',
            )}
          >
            <span
              aria-hidden
              className="absolute inset-y-px left-0 rounded-md bg-accent/10"
              style={{ width: `${shareOf(count, most) * 100}%` }}
            />
            <span dir="auto" className="relative min-w-0 flex-1 truncate text-left" title={label}>
              {label}
            </span>
            <span className={clsx('relative text-xs', !selected && 'text-ink-muted')}>
              <NumberText value={count} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
