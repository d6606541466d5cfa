'use client'

import { useEffect } from 'react'
import { Toaster as Sonner } from 'sonner'

export { toast } from 'sonner'

/** Messages as they are drawn. They stay ten seconds, long enough to reach *Undo*, and as long as the pointer or focus is on them. */
export function Toasts({ onReady }: { onReady: () => void }) {
  // After the effect in which what is drawn here begins to listen for messages: those sent before are not shown.
  useEffect(onReady, [onReady])
  return (
    <Sonner
      position="bottom-right"
      // Above the bars at the lower edge of a phone, which a thumb needs meanwhile.
      mobileOffset={{ bottom: 'calc(var(--bar) + 4rem)' }}
      duration={10_000}
      closeButton
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-lg font-sans border border-line bg-raised p-3 text-sm text-ink shadow-raised',
          content: 'min-w-0 flex-1 break-words',
          description: 'text-ink-muted',
          actionButton: 'ml-auto h-7 shrink-0 rounded-md bg-accent px-2.5 text-sm font-medium text-accent-ink',
          closeButton: 'order-last shrink-0 rounded-md p-1 text-ink-muted hover:bg-hover',
          icon: 'shrink-0 [&_svg]:size-4',
          error: '[&_[data-icon]]:text-danger-text',
          success: '[&_[data-icon]]:text-success-text',
        },
      }}
    />
  )
}
