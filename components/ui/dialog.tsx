'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useFocusReturn } from './focus-return'
import { IconButton } from './icon-button'

interface DialogProps {
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

/** How every window over the page is drawn, and the shade between them. */
export const OVERLAY = 'fixed inset-0 z-40 animate-appear bg-black/40'
export const WINDOW =
  'fixed top-1/2 left-1/2 z-50 max-h-[90dvh] -translate-x-1/2 -translate-y-1/2 animate-appear overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-raised outline-none'

/** A window over the page: focus stays inside, Escape and a click beside it close it, focus goes back where it was. */
export function Dialog({ open, onOpenChange, title, description, sheet = false, wide = false, children }: DialogProps) {
  const giveFocusBack = useFocusReturn(open)
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
