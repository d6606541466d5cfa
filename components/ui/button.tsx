import clsx from 'clsx'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent } from 'react'

/** `caution` takes something away that can be put back; `danger` is the last word before something that is hard to take back. */
export type ButtonTone = 'primary' | 'secondary' | 'ghost' | 'caution' | 'danger'

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-accent text-accent-ink hover:brightness-110',
  secondary: 'border border-line bg-surface text-ink shadow-resting hover:bg-hover',
  ghost: 'text-ink hover:bg-hover',
  caution: 'border border-line bg-surface text-danger-text shadow-resting hover:border-danger hover:bg-danger-soft',
  danger: 'bg-danger text-danger-ink hover:brightness-110',
}

/** How every button and every link that looks like one is drawn; 32 px high, 44 px for a thumb. */
export function buttonClass(tone: ButtonTone = 'secondary', compact = false): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors forced-colors:border',
    'active:translate-y-px disabled:cursor-not-allowed disabled:translate-none disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    compact ? 'h-7 px-2 text-xs pointer-coarse:h-10' : 'h-8 px-3 text-sm pointer-coarse:h-11',
    TONES[tone],
  )
}

export interface ButtonProps extends ComponentProps<'button'> {
  tone?: ButtonTone
  compact?: boolean
  /** What it does is under way: it looks disabled and hears no press, but unlike a disabled one it keeps the focus. */
  busy?: boolean
}

/** While `busy` or `aria-busy` its icon gives way to one that turns, so that the button keeps its words. */
export function Button({ tone, compact, busy = false, className, type = 'button', children, ...rest }: ButtonProps) {
  const isBusy = busy || rest['aria-busy'] === true
  const deaf = busy && { 'aria-busy': true, 'aria-disabled': true, onClick: ignore }
  return (
    <button
      type={type}
      className={clsx(buttonClass(tone, compact), isBusy && '[&>svg:not(:first-child)]:hidden', className)}
      {...rest}
      {...deaf}
    >
      {isBusy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  )
}

/** Also of a form: a submission that was not meant is prevented with the press. */
function ignore(event: MouseEvent): void {
  event.preventDefault()
}
