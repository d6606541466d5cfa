import type { FieldDefinition } from '@/lib/query/fields'

const SYNTAX: readonly [string, string][] = [
  ['ada "lovelace"', 'rows that hold both texts'],
  ['field:value', 'equal; * stands for anything'],
  ['field:*   -field:*', 'is set; is not set'],
  ['field:>=10   field:[1 TO 5]', 'compare; a range'],
  ['createdAt:>now-7d', 'the last seven days'],
  ['(a:1 OR b:2) -c:3', 'either; and not'],
]

export interface HelpCardProps {
  fields: readonly FieldDefinition[]
  examples: readonly string[]
  onExample: (text: string) => void
}

/** The language on one card: what can be written, what can be named, and examples to press. */
export function HelpCard({ fields, examples, onExample }: HelpCardProps) {
  return (
    <div className="grid gap-4">
      <section aria-label="Syntax">
        <h2 className="mb-1.5 font-semibold">How to filter</h2>
        <dl className="grid gap-1.5">
          {SYNTAX.map(([pattern, meaning]) => (
            <div key={pattern} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3">
              <dt className="font-mono text-xs break-words">{pattern}</dt>
              <dd className="text-ink-muted">{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label="Fields">
        <h2 className="mb-1.5 font-semibold">Fields</h2>
        <ul className="flex flex-wrap gap-1.5">
          {fields.map(({ name, label, description }) => (
            <li key={name} title={description ?? label} className="rounded-sm bg-hover px-1.5 py-0.5 font-mono text-xs">
              {name}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Examples">
        <h2 className="mb-1.5 font-semibold">Examples</h2>
        <ul className="grid gap-1">
          {examples.map((example) => (
            <li key={example}>
              <button
                type="button"
                className="w-full rounded-sm px-1.5 py-1 text-left font-mono text-xs break-all text-accent-text hover:bg-hover"
                onClick={() => onExample(example)}
              >
                {example}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
