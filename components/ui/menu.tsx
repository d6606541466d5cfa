'use client'

import { cloneElement, type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import type { MenuCheckboxProps, MenuItemProps, MenuLinkProps, MenuProps, MenuRadioProps } from './menu-parts'
import { onDemand } from './on-demand'
import { whenFetched } from './use-needed'

const menuParts = onDemand(() => import('./menu-parts'))

/**
 * A button's menu. Until it is first opened it is nothing but its trigger: what draws menus is fetched when the pointer or the focus
 * comes near one (docs/decisions/031).
 */
export function Menu(props: MenuProps) {
  const [opened, setOpened] = useState<{ byKey: boolean }>()
  if (opened) {
    const { OpenedMenu } = menuParts.now()
    return <OpenedMenu {...props} {...opened} />
  }
  const prepare = () => {
    menuParts.prepare()
    props.needs?.prepare()
  }
  const open = (byKey: boolean) =>
    whenFetched(Promise.all([menuParts.fetch(), props.needs?.fetch()]), () => setOpened({ byKey }))
  return cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    'data-state': 'closed',
    onPointerEnter: prepare,
    onFocus: prepare,
    // A press by Enter or Space is a click without a pointer.
    onClick: ({ detail }: MouseEvent) => open(detail === 0),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      open(true)
    },
  } as object)
}

export function MenuItem(props: MenuItemProps) {
  const parts = menuParts.now()
  return <parts.MenuItem {...props} />
}

/** An item that leads somewhere: it can be opened in another tab like any link. */
export function MenuLink(props: MenuLinkProps) {
  const parts = menuParts.now()
  return <parts.MenuLink {...props} />
}

/** An item that saves a file: the browser asks for it and stays where it is. */
export function MenuDownload(props: { href: MenuLinkProps['href']; children: ReactNode }) {
  const parts = menuParts.now()
  return <parts.MenuDownload {...props} />
}

export function MenuLabel(props: { children: ReactNode }) {
  const parts = menuParts.now()
  return <parts.MenuLabel {...props} />
}

export function MenuSeparator() {
  const parts = menuParts.now()
  return <parts.MenuSeparator />
}

/** Stays open, because people set several at once. */
export function MenuCheckbox(props: MenuCheckboxProps) {
  const parts = menuParts.now()
  return <parts.MenuCheckbox {...props} />
}

export function MenuRadio<Value extends string>(props: MenuRadioProps<Value>) {
  const parts = menuParts.now()
  return <parts.MenuRadio {...props} />
}
