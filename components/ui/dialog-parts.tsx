'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { AlertDialog as Alert, Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { IconButton } from './icon-button'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** On a phone it rises from the lower edge. */
  sheet?: boolean
  /** As wide as the page allows, for what is read side by side. */
  wide?: boolean
  children: ReactNode
}

export interface Confirmation {
  title: string
  /** What will happen, to how much, and how it can be taken back. */
  text: ReactNode
  /** The verb, as on the button that asked. */
  confirm: string
  danger?: boolean
}

export interface ConfirmDialogProps extends Confirmation {
  /** Whether the button that asked has this tone, which the one that confirms then has too. */
  caution?: boolean
  open: boolean
  onOpenChange: (open: boolean) => void
  onConfirm: () => void
}

interface FocusBack {
  /** Returns the focus to where it was before the window had it. */
  giveFocusBack: (event: Event) => void
}

/** How every window over the page is drawn, and the shade between them. */
export const OVERLAY = 'fixed inset-0 z-40 animate-appear bg-black/40'
export const WINDOW =
  'fixed top-1/2 left-1/2 z-50 max-h-[90dvh] -translate-x-1/2 -translate-y-1/2 animate-appear overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-raised outline-none'

/** A window over the page: focus stays inside, Escape and a click beside it close it, focus goes back where it was. */
export function DialogWindow({
  open,
  onOpenChange,
  title,
  description,
  sheet = false,
  wide = false,
  giveFocusBack,
  children,
}: DialogProps & FocusBack) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY} />
        <Radix.Content
          aria-describedby={description ? undefined : ''}
          onOpenAutoFocus={focusTask}
          onCloseAutoFocus={giveFocusBack}
          className={clsx(
            WINDOW,
            wide ? 'w-[min(64rem,calc(100vw-2rem))]' : 'w-[min(32rem,calc(100vw-2rem))]',
            sheet &&
              'max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:w-full max-md:translate-none max-md:animate-lift max-md:rounded-b-none',
          )}
        >
          <div className="mb-4 flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description asChild>
                  <div className="mt-1 text-sm text-ink-muted">{description}</div>
                </Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label="Close" tooltip={false} />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The first field to fill in; where there is none, the window itself, so that it is read from its beginning. */
function focusTask(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return
  event.preventDefault()
  const field = event.currentTarget.querySelector<HTMLElement>('input:not([type="checkbox"]), select, textarea')
  ;(field ?? event.currentTarget).focus()
}

/** Asks once before something that is hard to take back. The focus starts on the way out. */
export function ConfirmWindow({
  open,
  onOpenChange,
  onConfirm,
  title,
  text,
  confirm,
  danger,
  caution,
  giveFocusBack,
}: ConfirmDialogProps & FocusBack) {
  return (
    <Alert.Root open={open} onOpenChange={onOpenChange}>
      <Alert.Portal>
        <Alert.Overlay className={OVERLAY} />
        <Alert.Content onCloseAutoFocus={giveFocusBack} className={clsx(WINDOW, 'w-[min(28rem,calc(100vw-2rem))]')}>
          <Alert.Title className="text-lg font-semibold">{title}</Alert.Title>
          <Alert.Description asChild>
            <div className="mt-1 text-sm text-ink-muted">{text}</div>
          </Alert.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Alert.Cancel asChild>
              <Button>Cancel</Button>
            </Alert.Cancel>
            <Alert.Action asChild>
              <Button tone={danger ? 'danger' : caution ? 'caution' : 'primary'} onClick={onConfirm}>
                {confirm}
              </Button>
            </Alert.Action>
          </div>
        </Alert.Content>
      </Alert.Portal>
    </Alert.Root>
  )
}
