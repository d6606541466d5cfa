'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { useEarlyInput } from '@/components/ui/use-early-input'

interface ChoiceProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  label: string
  hint?: ReactNode
  /** Also told what was ticked before the scripts came. */
  onChange?: (event: { target: HTMLInputElement }) => void
}

/** A checkbox with its words beside it. */
export function Choice({ label, hint, ...rest }: ChoiceProps) {
  const id = useId()
  const box = useEarlyInput({ given: rest.checked, onChange: rest.onChange })
  return (
    <div className="text-sm">
      <label className="flex min-h-6 w-fit items-center gap-2 font-medium pointer-coarse:min-h-11">
        <input
          ref={box}
          type="checkbox"
          aria-describedby={hint ? id : undefined}
          className="size-4 shrink-0 rounded-sm accent-accent pointer-coarse:size-5"
          {...rest}
        />
        {label}
      </label>
      {hint && (
        <p id={id} className="pl-6 text-xs text-ink-muted pointer-coarse:pl-7">
          {hint}
        </p>
      )}
    </div>
  )
}
