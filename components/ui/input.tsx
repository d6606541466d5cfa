import clsx from 'clsx'
import type { ComponentProps } from 'react'

export const INPUT_CLASS =
  'h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink placeholder:text-ink-muted disabled:border-line disabled:bg-canvas disabled:text-ink-muted aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-lg'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={clsx(INPUT_CLASS, className)} {...rest} />
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={clsx(INPUT_CLASS, 'pr-7', className)} {...rest} />
}
