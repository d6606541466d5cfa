'use client'

import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { conditionsOf, removeCondition } from '@/lib/query/conditions'
import { addTerm } from '@/lib/query/edit'
import type { FieldDefinition } from '@/lib/query/fields'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover'
import { TermBuilder, termForms } from './term-form'
import type { Ask } from './use-occurring'

/** A list without a filter needs none of it; where it cannot be fetched, the text says the same. */
const TermChips = dynamic(
  () =>
    import('./term-chips').then(
      (parts) => parts.TermChips,
      (error: unknown) => {
        console.error(error)
        return () => null
      },
    ),
  // Else the whole page would wait for it, and forget what was typed meanwhile.
  { loading: () => null },
)

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
        <TermChips
          {...{ conditions, text, fields, ask, onApply }}
          onRemove={(node) => {
            add.current?.focus()
            onApply(removeCondition(text, node))
          }}
        />
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
