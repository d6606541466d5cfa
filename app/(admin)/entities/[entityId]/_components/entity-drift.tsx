import { Badge } from '@/components/ui/badge'
import type { ShapeLine } from '@/lib/entities/dto'
import { formatCount } from '@/lib/format-number'
import { keyField } from './key-links'

/** Keys of each kind that are named; all are in the table. */
const NAMED = 5

interface EntityDriftProps {
  /** A name without what is secret in it. */
  masked: (text: string) => string
  drift: Record<'contradicting' | 'unmapped' | 'absent', ShapeLine[]>
  locale: string
  /** Whether there are properties at all; without any, no key has one. */
  declared: boolean
}

/** Where documents and properties went apart, in a sentence for each way. */
export function EntityDrift({
  masked,
  drift: { contradicting, unmapped, absent },
  locale,
  declared,
}: EntityDriftProps) {
  const kinds = [
    {
      lines: contradicting,
      tone: 'danger',
      words: { one: 'key has values', other: 'keys have values' },
      rest: 'that contradict the type of the property',
    },
    { lines: absent, tone: 'warning', words: { one: 'property was', other: 'properties were' }, rest: 'never there' },
    {
      lines: declared ? unmapped : [],
      tone: 'info',
      words: { one: 'key has', other: 'keys have' },
      rest: 'no property',
    },
  ] as const
  const told = kinds.filter(({ lines }) => lines.length > 0)
  if (!declared) return <p>Mastra declares no properties for it, so nothing can contradict them.</p>
  if (told.length === 0)
    return (
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="success">As declared</Badge> Every key has a property, and every property was there.
      </p>
    )
  return (
    <ul className="grid gap-1">
      {told.map(({ lines, tone, words, rest }) => (
        <li key={rest} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={tone}>
            {formatCount(locale, lines.length, words)} {rest}
          </Badge>
          <span className="min-w-0 font-mono text-xs break-all text-ink-muted">
            {lines
              .slice(0, NAMED)
              .map((line) => masked(keyField(line)))
              .join(', ')}
            {lines.length > NAMED && ', …'}
          </span>
        </li>
      ))}
    </ul>
  )
}
