import clsx from 'clsx'
import type { ReactNode } from 'react'
import { SpriteIcon, type SpriteName } from './sprite-icon'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent'

const TONES: Record<Tone, { className: string; icon: SpriteName }> = {
  neutral: { className: 'bg-hover text-ink-muted', icon: 'circle-dashed' },
  accent: { className: 'bg-accent-soft text-accent-text', icon: 'circle-dot' },
  info: { className: 'bg-info-soft text-info-text', icon: 'info' },
  success: { className: 'bg-success-soft text-success-text', icon: 'circle-check' },
  warning: { className: 'bg-warning-soft text-warning-text', icon: 'triangle-alert' },
  danger: { className: 'bg-danger-soft text-danger-text', icon: 'circle-alert' },
}

interface BadgeProps {
  tone?: Tone
  icon?: SpriteName
  /** Without a ground of its own, for what is as it should be: in a column of a hundred rows only what is not should catch the eye. */
  calm?: boolean
  children: ReactNode
}

/** A state as colour, shape and word: none of the three is alone. */
export function Badge({ tone = 'neutral', icon, calm = false, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex max-w-full items-center whitespace-nowrap',
        // As high as its line, which it then does not make any higher.
        calm
          ? 'gap-1.5 align-top'
          : ['align-middle', 'gap-1 rounded-sm px-1.5 py-px text-xs font-medium', TONES[tone].className],
      )}
    >
      <SpriteIcon
        name={icon ?? TONES[tone].icon}
        className={clsx('shrink-0', calm ? ['size-3.5 bg-transparent!', TONES[tone].className] : 'size-3')}
      />
      <span className="truncate">{children}</span>
    </span>
  )
}
