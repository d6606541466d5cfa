'use client'

import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import type { OnDemand } from './on-demand'

export interface PopoverProps {
  /** One focusable element. */
  trigger: ReactElement<object>
  label: string
  children: ReactNode
  align?: 'start' | 'end'
  /** What its content is drawn with, fetched before it opens. */
  needs?: OnDemand<unknown>
  /** Given where something inside closes it. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** Something to read or set beside the button that opens it; open when it is first drawn, unless `open` says. */
export function OpenedPopover({ trigger, label, children, align = 'end', open, onOpenChange }: PopoverProps) {
  return (
    <Radix.Root defaultOpen open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onEscapeKeyDown={(event) => {
            // A field inside whose list is open closes that first.
            if (document.activeElement?.matches('[role="combobox"][aria-expanded="true"]')) event.preventDefault()
          }}
          className="z-50 max-h-(--radix-popover-content-available-height) w-[min(26rem,calc(100vw-1rem))] animate-rise overflow-y-auto rounded-md border border-line bg-raised p-4 text-sm shadow-raised"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
