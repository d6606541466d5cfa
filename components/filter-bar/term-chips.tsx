'use client'

import type { QueryNode } from '@/lib/query/ast'
import { replaceCondition } from '@/lib/query/conditions'
import type { FieldDefinition } from '@/lib/query/fields'
import { readTerm } from '@/lib/query/term-draft'
import { FilterChip } from './filter-chip'
import type { Ask } from './use-occurring'

interface TermChipsProps {
  text: string
  /** Of `text`. */
  conditions: readonly QueryNode[]
  fields: readonly FieldDefinition[]
  ask: Ask | undefined
  onApply: (text: string) => void
  onRemove: (condition: QueryNode) => void
}

/** Each condition that must hold as a chip to change or take away. */
export function TermChips({ text, conditions, fields, ask, onApply, onRemove }: TermChipsProps) {
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
            onRemove={() => onRemove(node)}
          />
        </li>
      ))}
    </ul>
  )
}
