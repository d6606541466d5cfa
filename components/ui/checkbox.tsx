'use client'

import clsx from 'clsx'
import type { ComponentProps } from 'react'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  /** Some but not all of what it stands for. */
  indeterminate?: boolean
  label: string
}

/** A native checkbox with a name that is not shown. */
export function Checkbox({ indeterminate = false, label, className, ...rest }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      ref={(input) => {
        if (input) input.indeterminate = indeterminate
      }}
      className={clsx('block size-4 rounded-sm accent-accent pointer-coarse:size-5', className)}
      {...rest}
    />
  )
}
