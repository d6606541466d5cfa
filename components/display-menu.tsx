'use client'

import { SlidersHorizontal } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type ReactNode, useTransition } from 'react'
import { PAGE_SIZES, type PageSize } from '@/lib/table/table-params'
import { Button } from './ui/button'
import { Menu, MenuLabel, MenuRadio, MenuSeparator } from './ui/menu'
import { DensityChoice } from './ui/preference-menu'

interface DisplayMenuProps {
  size: PageSize
  /** The address of the same table with so many rows a page. */
  hrefs: Record<PageSize, Route>
  /** Further choices of the table, above the others. */
  children?: ReactNode
}

/** How a table is shown: how many rows, which stands in the address, and how close together, which is the person's own. */
export function DisplayMenu({ size, hrefs, children }: DisplayMenuProps) {
  const router = useRouter()
  const [pending, start] = useTransition()
  return (
    <Menu
      trigger={
        <Button aria-busy={pending || undefined}>
          <SlidersHorizontal aria-hidden />
          <span className="max-[23rem]:sr-only">Display</span>
        </Button>
      }
    >
      {children}
      <MenuLabel>Rows per page</MenuLabel>
      <MenuRadio
        value={`${size}`}
        options={PAGE_SIZES.map((known) => ({ value: `${known}` as const, label: `${known}` }))}
        onChange={(value) => {
          const chosen = PAGE_SIZES.find((known) => `${known}` === value)
          if (chosen) start(() => router.push(hrefs[chosen], { scroll: false }))
        }}
      />
      <MenuSeparator />
      <DensityChoice />
    </Menu>
  )
}
