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

/** A state as colour, shape and word: none of the three is alone. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  const Icon = icon ?? TONES[tone].icon
  return (
    <span
      className={clsx(
        'inline-flex max-w-full items-center gap-1 align-middle rounded-sm px-1.5 py-px text-xs font-medium whitespace-nowrap',
        TONES[tone].className,
      )}
    >
      <Icon aria-hidden className="size-3 shrink-0" />
      <span className="truncate">{children}</span>
    </span>
  )
}

/** The icon of what is switched off or removed. */
export const OFF_ICON = Ban
