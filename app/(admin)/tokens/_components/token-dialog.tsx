'use client'

import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import type { MadeToken } from '@/lib/tokens/dto'

/** The one moment in which a token is shown. */
export function TokenDialog({ made, onClose }: { made: MadeToken | undefined; onClose: () => void }) {
  return (
    <Dialog
      open={made !== undefined}
      onOpenChange={onClose}
      title="Copy the token now"
      description="Keep it as you keep a password. It is shown this once and never again; if it is lost, make another and revoke this one."
    >
      <div className="flex items-center gap-2 rounded-md border border-line bg-canvas py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm break-all">{made?.token}</code>
        <CopyButton text={made?.token ?? ''} what="token" />
      </div>
      <p className="mt-3 text-sm text-ink-muted">
        A script sends it in the header <code className="font-mono text-xs">Authorization: Bearer …</code>
      </p>
      <div className="mt-5 flex justify-end">
        <Button tone="primary" onClick={onClose}>
          I have copied it
        </Button>
      </div>
    </Dialog>
  )
}
