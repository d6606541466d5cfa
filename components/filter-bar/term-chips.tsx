'use client'

import { conditionsOf, removeCondition, replaceCondition } from '@/lib/query/conditions'
import type { FieldDefinition } from '@/lib/query/fields'
import { readTerm } from '@/lib/query/term-draft'
import { FilterChip } from './filter-chip'
import type { Ask } from './use-occurring'

interface TermChipsProps {
  text: string
  fields: readonly FieldDefinition[]
  ask: Ask | undefined
  onApply: (text: string) => void
  /** With the filter without it. */
  onRemove: (rest: string) => void
}

/** Each condition that must hold as a chip to change or take away; of a text that cannot be read only the sign that it cannot. */
export function TermChips({ text, fields, ask, onApply, onRemove }: TermChipsProps) {
  const conditions = conditionsOf(text)
  if (!conditions) return <span hidden data-unreadable />
  if (conditions.length === 0) return null
  return (
    <ul aria-label="Terms of the filter" className="contents">
      {conditions.map((node, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two terms can be the same, and one that is changed stays the same chip
        <li key={place} className="min-w-0 max-w-full max-md:shrink-0">
          <FilterChip
            written={text.slice(node.from, node.to)}
            draft={readTerm(node, fields)}
            fields={fields}
            ask={ask}
            filter={text}
            onChange={(written) => onApply(replaceCondition(text, node, written))}
            onRemove={() => onRemove(removeCondition(text, node))}
          />
        </li>
      ))}
    </ul>
  )
}
