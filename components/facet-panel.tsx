'use client'

import { ListFilter } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from './ui/button'
import { Dialog } from './ui/dialog'

/** The facets: beside the rows where there is room, else behind a button that a thumb reaches. */
export function FacetPanel({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {/* As high as the list beside it, and scrolled by itself like its rows; the room at its edges is for the line around what has the focus. */}
      <aside
        aria-label="Facets"
        className="-m-1 overflow-y-auto p-1 [scrollbar-width:thin] max-lg:hidden lg:max-h-[max(24rem,calc(100dvh-11.25rem-var(--taller,0px)))]"
      >
        {children}
      </aside>
      <div className="max-md:fixed max-md:bottom-bar max-md:left-28 max-md:z-21 max-md:py-2 max-lg:order-first lg:hidden">
        <Button onClick={() => setOpen(true)}>
          <ListFilter aria-hidden />
          Facets
        </Button>
      </div>
      <Dialog open={open} onOpenChange={setOpen} title="Facets" sheet>
        {children}
      </Dialog>
    </>
  )
}
