'use client'

import clsx from 'clsx'
import { AlertDialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { OVERLAY, WINDOW } from './dialog'
import { useFocusReturn } from './focus-return'

export interface Confirmation {
  title: string
  /** What will happen, to how much, and how it can be taken back. */
  text: ReactNode
  /** The verb, as on the button that asked. */
  confirm: string
  danger?: boolean
}

interface ConfirmDialogProps extends Confirmation {
  open: boolean
  onOpenChange: (open: boolean) => void
  onConfirm: () => void
}

/** Asks once before something that is hard to take back. The focus starts on the way out. */
export function ConfirmDialog({ open, onOpenChange, onConfirm, title, text, confirm, danger }: ConfirmDialogProps) {
  const giveFocusBack = useFocusReturn(open)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY} />
        <Radix.Content onCloseAutoFocus={giveFocusBack} className={clsx(WINDOW, 'w-[min(28rem,calc(100vw-2rem))]')}>
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1 text-sm text-ink-muted">{text}</div>
          </Radix.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>Cancel</Button>
            </Radix.Cancel>
            <Radix.Action asChild>
              <Button tone={danger ? 'danger' : 'primary'} onClick={onConfirm}>
                {confirm}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
