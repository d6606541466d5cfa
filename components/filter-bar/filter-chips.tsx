'use client'

import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { conditionsOf, removeCondition, replaceCondition } from '@/lib/query/conditions'
import { addTerm } from '@/lib/query/edit'
import type { FieldDefinition } from '@/lib/query/fields'
import { readTerm } from '@/lib/query/term-draft'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover'
import { FilterChip } from './filter-chip'
import { TermBuilder, termForms } from './term-form'
import type { Ask } from './use-occurring'

interface FilterChipsProps {
  /** The filter as it is typed; while it is not understood it is the text's alone, and there are no chips. */
  text: string
  fields: readonly FieldDefinition[]
  ask: Ask | undefined
  onApply: (text: string) => void
}

/** The same filter to look at and to build: each condition that must hold as a chip to change or take away, and one more to add. */
export function FilterChips({ text, fields, ask, onApply }: FilterChipsProps) {
  const [isAdding, setAdding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const conditions = conditionsOf(text)
  if (!conditions) return null
  return (
    // One line that scrolls where it is narrow: the rows are what people came for.
    <div className="mt-1 flex flex-wrap items-center gap-1.5 py-1 max-sm:w-0 max-sm:min-w-full max-sm:flex-nowrap max-sm:overflow-x-auto">
      {conditions.length > 0 && (
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
                onRemove={() => {
                  add.current?.focus()
                  onApply(removeCondition(text, node))
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <Popover
        align="start"
        label="Add filter"
        needs={termForms}
        open={isAdding}
        onOpenChange={setAdding}
        trigger={
          <Button ref={add} tone="ghost" compact className="bg-canvas max-md:sticky max-md:-right-4">
            <Plus aria-hidden />
            Add filter
          </Button>
        }
      >
        <TermBuilder
          draft={null}
          fields={fields}
          ask={ask}
          filter={text}
          onApply={(term) => {
            setAdding(false)
            onApply(addTerm(text, term))
          }}
        />
      </Popover>
    </div>
  )
}
