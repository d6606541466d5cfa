'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'

interface ShownOnceProps {
  /** Null while there is nothing to show. */
  text: string | null
  /** What it is, in a word: *token*. */
  what: string
  description: string
  onClose: () => void
  /** What stands above it, such as why it could not be sent. */
  warning?: ReactNode
  /** What stands below it. */
  hint?: ReactNode
}

/** The one moment in which something secret is shown, to be copied. */
export function ShownOnce({ text, what, description, onClose, warning, hint }: ShownOnceProps) {
  return (
    <Dialog open={text !== null} onOpenChange={onClose} title={`Copy the ${what} now`} description={description}>
      {warning && <div className="mb-3">{warning}</div>}
      <div className="flex items-center gap-2 rounded-md border border-line bg-canvas py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm break-all">{text}</code>
        <CopyButton text={text ?? ''} what={what} />
      </div>
      {hint && <p className="mt-3 text-sm text-ink-muted">{hint}</p>}
      <div className="mt-5 flex justify-end">
        <Button tone="primary" onClick={onClose}>
          I have copied it
        </Button>
      </div>
    </Dialog>
  )
}
