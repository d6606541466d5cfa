import type { ReactNode } from 'react'

/** Terms and what they are, in two columns where there is room. */
export function DescriptionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)]">
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-0.5 sm:contents">
          <dt className="text-ink-muted">{term}</dt>
          <dd className="min-w-0 break-words">{value ?? <span className="text-ink-muted">None</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
