import type { ReactNode } from 'react'

/** Terms and what they are: above each other on a phone, in pairs of columns where the box around has room. */
export function DescriptionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <div className="@container">
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 text-sm @xs:grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] @3xl:grid-cols-[repeat(2,minmax(7rem,max-content)_minmax(0,1fr))]">
        {items.map(({ term, value }) => (
          <div key={term} className="grid gap-0.5 @xs:contents">
            <dt className="self-baseline text-ink-muted">{term}</dt>
            <dd className="min-w-0 self-baseline break-words">
              {value ?? <span className="text-ink-muted">None</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
