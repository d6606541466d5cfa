'use client'

import { Columns3 } from 'lucide-react'
import type { Route } from 'next'
import { useState } from 'react'
import { DisplayMenu } from '@/components/display-menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import { onDemand } from '@/components/ui/on-demand'
import { useNeeded } from '@/components/ui/use-needed'
import type { PageSize } from '@/lib/table/table-params'
import type { Arrangement } from './record-arranging'

const columnsWindow = onDemand(() => import('./record-columns-window'))

interface RecordDisplayProps {
  arrangement: Arrangement
  /** Where each number of rows leads. */
  sizes: Record<PageSize, Route>
}

/** Which columns are shown, and how many rows; both stand in the address. */
export function RecordDisplay({ arrangement, sizes }: RecordDisplayProps) {
  const [open, setOpen] = useState(false)
  const parts = useNeeded(columnsWindow, open, () => setOpen(false))
  return (
    <>
      <DisplayMenu size={arrangement.search.size} hrefs={sizes}>
        <MenuItem onSelect={() => setOpen(true)}>
          <Columns3 aria-hidden />
          Columns…
        </MenuItem>
        <MenuSeparator />
      </DisplayMenu>
      {parts && <parts.RecordColumnsWindow open={open} onOpenChange={setOpen} arrangement={arrangement} />}
    </>
  )
}
