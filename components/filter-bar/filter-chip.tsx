'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import type { FieldDefinition } from '@/lib/query/fields'
import { spanWords } from '@/lib/query/last-span'
import { operatorWords } from '@/lib/query/operators'
import { fieldAt, type TermDraft } from '@/lib/query/term-draft'
import { Popover } from '../ui/popover'
import { TermBuilder, TermText, termForms } from './term-form'
import type { Ask } from './use-occurring'

interface FilterChipProps {
  /** The condition as the filter has it. */
  written: string
  /** The same as a form; null where only the text can say it. */
  draft: TermDraft | null
  fields: readonly FieldDefinition[]
  ask: Ask | undefined
  /** The whole filter. */
  filter: string
  onChange: (written: string) => void
  onRemove: () => void
}

/** One condition of the filter in words. Pressed, it can be changed; beside it is what takes it away. */
export function FilterChip({ written, draft, fields, ask, filter, onChange, onRemove }: FilterChipProps) {
  const [isOpen, setOpen] = useState(false)
  const change = (next: string) => {
    setOpen(false)
    onChange(next)
  }
  const words = draft && chipWords(draft, fields)
  const name = words ? [words.field, words.operator, words.value].filter((word) => word !== '').join(' ') : written
  return (
    <div className="flex max-w-full items-stretch overflow-hidden rounded-md border border-line bg-surface text-xs shadow-resting focus-within:overflow-visible">
      <Popover
        align="start"
        label={`Change: ${name}`}
        needs={termForms}
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            title={written}
            className="flex h-7 min-w-0 items-center gap-1 rounded-l-md px-2 hover:bg-hover pointer-coarse:h-11 pointer-coarse:text-sm"
          >
            {words ? (
              <>
                {words.field !== '' && <span className="max-w-48 shrink-0 truncate font-medium">{words.field}</span>}
                <span className="shrink-0 text-ink-muted">{words.operator}</span>
                {words.value !== '' && (
                  <span className="max-w-64 min-w-0 truncate">
                    <bdi>{words.value}</bdi>
                  </span>
                )}
              </>
            ) : (
              <code className="max-w-80 min-w-0 truncate font-mono">
                <bdi>{written}</bdi>
              </code>
            )}
          </button>
        }
      >
        {draft ? (
          <TermBuilder draft={draft} fields={fields} ask={ask} filter={filter} onApply={change} />
        ) : (
          <TermText written={written} fields={fields} onApply={change} />
        )}
      </Popover>
      <button
        type="button"
        aria-label={`Remove: ${name}`}
        className="flex w-7 shrink-0 items-center justify-center rounded-r-md border-l border-line text-ink-muted hover:bg-hover hover:text-ink pointer-coarse:w-11"
        onClick={onRemove}
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </div>
  )
}

/** A condition as people read it: the field, what is asked of it, and the value. */
function chipWords({ field, operator, values }: TermDraft, fields: readonly FieldDefinition[]) {
  const found = fieldAt(field, fields)
  const shape = found?.shape ?? 'text'
  const range = values.map((value) => (value === '' ? '…' : value)).join(' and ')
  const label = found?.path.length ? field : (found?.field?.label ?? '')
  return {
    field: field === '' ? 'Any text' : label || field,
    operator: operatorWords(operator, shape),
    value: operator === 'between' ? range : values.map(operator === 'within' ? spanWords : String).join(', '),
  }
}
