'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'

interface ChoiceProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: string
  hint?: ReactNode
}

/** A checkbox with its words beside it. */
export function Choice({ label, hint, ...rest }: ChoiceProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4 shrink-0 rounded-sm accent-accent pointer-coarse:size-5"
        {...rest}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block font-medium pointer-coarse:py-1">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-ink-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
