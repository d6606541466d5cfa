'use client'

import clsx from 'clsx'
import { type ComponentProps, type RefObject, useRef } from 'react'
import { useEarlyInput } from './use-early-input'

export const INPUT_CLASS =
  'h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink placeholder:text-ink-muted disabled:border-line disabled:bg-canvas disabled:text-ink-muted aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-lg'

/** `onChange` is also told what was entered before the scripts came, so it reads its event's target and nothing else of it. */
interface Entered<F> {
  ref?: RefObject<F | null>
  onChange?: (event: { target: F }) => void
}

type InputProps = Omit<ComponentProps<'input'>, keyof Entered<never>> & Entered<HTMLInputElement>

export function Input({ ref, className, ...rest }: InputProps) {
  const own = useRef<HTMLInputElement>(null)
  const field = ref ?? own
  useEarlyInput(field, rest.value ?? rest.defaultValue, rest.onChange)
  return <input ref={field} className={clsx(INPUT_CLASS, className)} {...rest} />
}

type SelectProps = Omit<ComponentProps<'select'>, keyof Entered<never>> & Entered<HTMLSelectElement>

export function Select({ ref, className, ...rest }: SelectProps) {
  const own = useRef<HTMLSelectElement>(null)
  const field = ref ?? own
  useEarlyInput(field, rest.value ?? rest.defaultValue, rest.onChange)
  return <select ref={field} className={clsx(INPUT_CLASS, 'pr-7', className)} {...rest} />
}

type TextAreaProps = Omit<ComponentProps<'textarea'>, keyof Entered<never>> & Entered<HTMLTextAreaElement>

/** As high as its rows. */
export function TextArea({ ref, className, ...rest }: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  const field = ref ?? own
  useEarlyInput(field, rest.value ?? rest.defaultValue, rest.onChange)
  return <textarea ref={field} className={clsx(INPUT_CLASS, 'h-auto! py-1.5', className)} {...rest} />
}
