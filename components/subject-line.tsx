'use client'

import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './ui/button'

/** Over the lower edge of a page about one thing, so that nothing moves: that it changed since it was read. */
export function SubjectLine({ children, busy, onShow }: { children: ReactNode; busy: boolean; onShow: () => void }) {
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-3 max-md:bottom-[calc(var(--bar)+4rem)]">
      <div className="pointer-events-auto flex items-center gap-2 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-3.5 text-sm shadow-raised">
        {children}
        <Button compact busy={busy} onClick={onShow}>
          <RotateCw aria-hidden />
          Show
        </Button>
      </div>
    </div>
  )
}
