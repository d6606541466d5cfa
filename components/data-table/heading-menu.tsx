'use client'

import { ChevronDown, MoveHorizontal } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '../ui/menu'
import type { OnDemand } from '../ui/on-demand'
import type { ColumnMenuEntry } from './column'

interface HeadingMenuProps {
  header: string
  entries: () => ColumnMenuEntry[]
  needs?: OnDemand<unknown>
  /** The handle of the column's width, which the keyboard comes to from here. */
  handle?: RefObject<HTMLElement | null>
}

/** What can be done with a column. Its button shows on hover, and whenever it has the focus; without hover it is always there. */
export function HeadingMenu({ header, entries, needs, handle }: HeadingMenuProps) {
  const resizes = useRef(false)
  return (
    <Menu
      align="start"
      needs={needs}
      trigger={
        <button
          type="button"
          aria-label={`Column ${header}`}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm opacity-0 group-hover/heading:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100 data-[state=open]:bg-hover data-[state=open]:opacity-100 max-sm:hidden pointer-coarse:opacity-100"
        >
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
      }
      onClosed={(event) => {
        if (!resizes.current) return
        resizes.current = false
        event.preventDefault()
        handle?.current?.focus()
      }}
    >
      <Entries entries={entries} />
      {handle && (
        <MenuItem
          onSelect={() => {
            resizes.current = true
          }}
        >
          <MoveHorizontal aria-hidden />
          Change the width
        </MenuItem>
      )}
    </Menu>
  )
}

/** A component of its own, so that the entries are made when the menu opens and not for each heading. */
function Entries({ entries }: Pick<HeadingMenuProps, 'entries'>) {
  return entries().map((entry, place) => {
    if (entry === 'separator') {
      // biome-ignore lint/suspicious/noArrayIndexKey: a separator is nothing but its place
      return <MenuSeparator key={`separator ${place}`} />
    }
    const { icon: Icon, label, href } = entry
    return (
      <MenuLink key={label} href={href} inPlace>
        <Icon aria-hidden />
        {label}
      </MenuLink>
    )
  })
}
