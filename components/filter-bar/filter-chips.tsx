'use client'

import { Plus } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { FieldDefinition } from '@/lib/query/fields'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover'
import { TermBuilder, termForms } from './term-form'
import type { Ask } from './use-occurring'

/** What reads a filter comes with the first: a list without one needs none of it. Where it cannot be fetched, the text says the same. */
const TermChips = lazy(() =>
  import('./term-chips').then(
    (parts) => ({ default: parts.TermChips }),
    (error: unknown) => {
      console.error(error)
      return { default: () => null }
    },
  ),
)

interface FilterChipsProps {
  /** The filter as it is typed; while it is not understood there are no chips. */
  text: string
  fields: readonly FieldDefinition[]
  ask: Ask | undefined
  onApply: (text: string) => void
}

/** The same filter to look at and to build: each condition that must hold as a chip to change or take away, and one more to add. */
export function FilterChips({ text, fields, ask, onApply }: FilterChipsProps) {
  const [isAdding, setAdding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  return (
    // One line that scrolls where it is narrow: the rows are what people came for. None while the text cannot be read, which is mended as text.
    <div className="mt-1 flex has-data-unreadable:hidden flex-wrap items-center gap-1.5 py-1 max-sm:w-0 max-sm:min-w-full max-sm:flex-nowrap max-sm:overflow-x-auto">
      {text !== '' && (
        // Else the whole page would wait for it, and forget what was typed meanwhile.
        <Suspense>
          <TermChips
            {...{ text, fields, ask, onApply }}
            onRemove={(rest) => {
              add.current?.focus()
              onApply(rest)
            }}
          />
        </Suspense>
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
            onApply(termForms.now().addTerm(text, term))
          }}
        />
      </Popover>
    </div>
  )
}
