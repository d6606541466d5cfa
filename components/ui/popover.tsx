'use client'

import { cloneElement, useState } from 'react'
import { onDemand } from './on-demand'
import type { PopoverProps } from './popover-parts'
import { whenFetched } from './use-needed'

const popoverParts = onDemand(() => import('./popover-parts'))

/** Something to read or set beside the button that opens it; fetched like a menu (docs/decisions/031). */
export function Popover(props: PopoverProps) {
  const [isOpened, setOpened] = useState(false)
  if (isOpened) {
    const { OpenedPopover } = popoverParts.now()
    return <OpenedPopover {...props} />
  }
  const prepare = () => {
    popoverParts.prepare()
    props.needs?.prepare()
  }
  const open = () =>
    whenFetched(Promise.all([popoverParts.fetch(), props.needs?.fetch()]), () => {
      setOpened(true)
      props.onOpenChange?.(true)
    })
  return cloneElement(props.trigger, {
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    'data-state': 'closed',
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: open,
  } as object)
}
