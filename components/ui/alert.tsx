import clsx from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type AlertTone = 'info' | 'success' | 'warning' | 'danger'

const TONES = {
  info: { className: 'bg-info-soft text-info-text', icon: Info },
  success: { className: 'bg-success-soft text-success-text', icon: CircleCheck },
  warning: { className: 'bg-warning-soft text-warning-text', icon: TriangleAlert },
  danger: { className: 'bg-danger-soft text-danger-text', icon: CircleAlert },
} as const

/** Something that must be read. Failures interrupt a screen reader, the rest waits its turn. */
export function Alert({ tone = 'info', title, children }: { tone?: AlertTone; title: string; children?: ReactNode }) {
  const { className, icon: Icon } = TONES[tone]
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={clsx('flex gap-2.5 rounded-md px-3 py-2.5', className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 text-sm">
        <p className="font-medium break-words">{title}</p>
        {children && <div className="mt-0.5 break-words text-ink">{children}</div>}
      </div>
    </div>
  )
}
