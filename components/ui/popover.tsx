'use client'

import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

/** Something to read or set beside the button that opens it. */
export function Popover({ trigger, label, children }: { trigger: ReactNode; label: string; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-popover-content-available-height) w-[min(26rem,calc(100vw-1rem))] animate-rise overflow-y-auto rounded-md border border-line bg-raised p-4 text-sm shadow-raised"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
