import clsx from 'clsx'
import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Info,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent'

const TONES: Record<Tone, { className: string; icon: LucideIcon }> = {
  neutral: { className: 'bg-hover text-ink-muted', icon: CircleDashed },
  accent: { className: 'bg-accent-soft text-accent-text', icon: CircleDot },
  info: { className: 'bg-info-soft text-info-text', icon: Info },
  success: { className: 'bg-success-soft text-success-text', icon: CircleCheck },
  warning: { className: 'bg-warning-soft text-warning-text', icon: TriangleAlert },
  danger: { className: 'bg-danger-soft text-danger-text', icon: CircleAlert },
}

interface BadgeProps {
  tone?: Tone
  icon?: LucideIcon
  /** Without a ground of its own, for what is as it should be: in a column of a hundred rows only what is not should catch the eye. */
  calm?: boolean
  children: ReactNode
}

/** A state as colour, shape and word: none of the three is alone. */
export function Badge({ tone = 'neutral', icon, calm = false, children }: BadgeProps) {
  const Icon = icon ?? TONES[tone].icon
  return (
    <span
      className={clsx(
        'inline-flex max-w-full items-center align-middle whitespace-nowrap',
        calm ? 'gap-1.5' : ['gap-1 rounded-sm px-1.5 py-px text-xs font-medium', TONES[tone].className],
      )}
    >
      <Icon
        aria-hidden
        className={clsx('shrink-0', calm ? ['size-3.5 bg-transparent!', TONES[tone].className] : 'size-3')}
      />
      <span className="truncate">{children}</span>
    </span>
  )
}

/** The icon of what is switched off or removed. */
export const OFF_ICON = Ban
