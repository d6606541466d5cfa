'use client'

import { Search } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { hasCommandKey } from '@/components/keyboard/modifier'
import { Kbd } from '@/components/ui/kbd'
import { tabClass } from '@/components/ui/nav-link'
import type { PaletteOpener } from './use-palette'

const unchanging = () => () => undefined

const preparing = ({ open, prepare }: PaletteOpener) => ({
  onClick: open,
  onPointerEnter: prepare,
  onFocus: prepare,
  'aria-haspopup': 'dialog' as const,
})

/** Opens the search window from the sidebar; looks like the field that it leads to. */
export function SearchButton({ opener }: { opener: PaletteOpener }) {
  const isApple = useSyncExternalStore(unchanging, hasCommandKey, () => false)
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-8 w-full items-center gap-2.5 rounded-md border border-line bg-canvas px-2.5 text-sm text-ink-muted transition-colors hover:border-line-strong hover:text-ink pointer-coarse:h-11 narrow:border-transparent narrow:bg-transparent"
      {...preparing(opener)}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="flex-1 text-left narrow:sr-only">Search</span>
      <span aria-hidden className="narrow:hidden">
        <Kbd>{isApple ? '⌘K' : 'Ctrl K'}</Kbd>
      </span>
    </button>
  )
}

/** The same in the bar at the lower edge of a phone. */
export function SearchTab({ opener }: { opener: PaletteOpener }) {
  return (
    <button type="button" className={tabClass(false)} {...preparing(opener)}>
      <Search aria-hidden className="size-5" />
      Search
    </button>
  )
}
