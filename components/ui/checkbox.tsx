'use client'

import clsx from 'clsx'
import type { ComponentProps } from 'react'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  /** Some but not all of what it stands for. */
  indeterminate?: boolean
  label: string
}

/** A native checkbox with a name that is not shown. A press beside it counts too: the box alone is smaller than a finger or a tremor. */
export function Checkbox({ indeterminate = false, label, className, ...rest }: CheckboxProps) {
  return (
    <label className="-m-1 block w-fit p-1 pointer-coarse:-m-3 pointer-coarse:p-3">
      <input
        type="checkbox"
        aria-label={label}
        // What a browser ticked again after a reload, by its place on the page, would be another row.
        autoComplete="off"
        ref={(input) => {
          if (input) input.indeterminate = indeterminate
        }}
        className={clsx('block size-4 rounded-sm accent-accent pointer-coarse:size-5', className)}
        {...rest}
      />
    </label>
  )
}
