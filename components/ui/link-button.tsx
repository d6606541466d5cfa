import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { type ButtonTone, buttonClass } from './button'
import { Link } from './link'

type LinkButtonProps = ComponentProps<typeof Link> & { tone?: ButtonTone; compact?: boolean }

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ tone, compact, className, ...rest }: LinkButtonProps) {
  return <Link className={clsx(buttonClass(tone, compact), className)} {...rest} />
}
