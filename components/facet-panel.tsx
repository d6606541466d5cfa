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
      <aside aria-label="Facets" className="max-lg:hidden">
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
