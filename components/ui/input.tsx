'use client'

import clsx from 'clsx'
import type { ComponentProps, RefObject } from 'react'
import { useEarlyInput } from './use-early-input'

const INPUT_CLASS =
  'h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink placeholder:text-ink-muted disabled:border-line disabled:bg-canvas disabled:text-ink-muted aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-lg'

/** `onChange` is also told what was entered before the scripts came, so it reads its event's target and nothing else of it. */
type Told<Props, F> = Omit<Props, 'ref' | 'onChange'> & { onChange?: (event: { target: F }) => void }

type InputProps = Told<ComponentProps<'input'>, HTMLInputElement> & { ref?: RefObject<HTMLInputElement | null> }

export function Input({ ref, className, ...rest }: InputProps) {
  const field = useEarlyInput({ ref, given: rest.value ?? rest.defaultValue, onChange: rest.onChange })
  return <input ref={field} className={clsx(INPUT_CLASS, className)} {...rest} />
}

interface SelectProps extends Told<ComponentProps<'select'>, HTMLSelectElement> {
  /** A choice does something at once: one from before the scripts came is taken back. */
  actsAtOnce?: boolean
}

export function Select({ actsAtOnce, className, ...rest }: SelectProps) {
  const field = useEarlyInput({ given: rest.value ?? rest.defaultValue, onChange: rest.onChange, actsAtOnce })
  return <select ref={field} className={clsx(INPUT_CLASS, 'pr-7', className)} {...rest} />
}

/** As high as its rows. */
export function TextArea({ className, ...rest }: Told<ComponentProps<'textarea'>, HTMLTextAreaElement>) {
  const field = useEarlyInput({ given: rest.value ?? rest.defaultValue, onChange: rest.onChange })
  return <textarea ref={field} className={clsx(INPUT_CLASS, 'h-auto! py-1.5', className)} {...rest} />
}
