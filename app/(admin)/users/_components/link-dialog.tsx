'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import type { LinkOutcome } from '@/lib/auth/link-dto'

/** The one moment in which a link is shown to the administrator who made it. */
export function LinkDialog({ made, onClose }: { made: LinkOutcome | undefined; onClose: () => void }) {
  const link = made?.path ? new URL(made.path, window.location.origin).href : ''
  const hours = made?.purpose === 'invite' ? '72 hours' : 'an hour'
  return (
    <Dialog
      open={link !== ''}
      onOpenChange={onClose}
      title="Copy the link now"
      description={`Bring it to ${made?.email ?? ''} in a way that you trust: whoever opens it chooses the password. It works once, for ${hours}, and is shown this once; a new one ends it.`}
    >
      {made?.notSent && (
        <div className="mb-3">
          <Alert tone="warning" title="It could not be sent by e-mail.">
            {made.notSent}
          </Alert>
        </div>
      )}
      <div className="flex items-center gap-2 rounded-md border border-line bg-canvas py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm break-all">{link}</code>
        <CopyButton text={link} what="link" />
      </div>
      <div className="mt-5 flex justify-end">
        <Button tone="primary" onClick={onClose}>
          I have copied it
        </Button>
      </div>
    </Dialog>
  )
}
