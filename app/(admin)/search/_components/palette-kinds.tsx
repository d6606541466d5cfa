'use client'

import clsx from 'clsx'
import { can, type Role } from '@/lib/auth/permissions'
import { GROUP_LABELS, type ItemGroup, NARROWABLE } from './found-item'

interface PaletteKindsProps {
  role: Role
  only: ItemGroup | undefined
  onOnly: (only: ItemGroup | undefined) => void
}

/** The kinds that a search can be narrowed to, for a thumb and for who does not know of Tab. */
export function PaletteKinds({ role, only, onOnly }: PaletteKindsProps) {
  const kinds = NARROWABLE.filter((kind) => kind !== 'people' || can({ role }, 'users:manage'))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and name a field
    <div
      role="group"
      aria-label="Only one kind"
      className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2.5 py-1.5 [scrollbar-width:none]"
    >
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={only === kind}
          onClick={() => onOnly(only === kind ? undefined : kind)}
          className={clsx(
            'h-6 shrink-0 rounded-sm px-2 text-xs whitespace-nowrap pointer-coarse:h-11 pointer-coarse:px-3',
            only === kind
              ? 'bg-accent-soft font-medium text-accent-text'
              : 'text-ink-muted hover:bg-hover hover:text-ink',
          )}
        >
          {GROUP_LABELS[kind]}
        </button>
      ))}
    </div>
  )
}
