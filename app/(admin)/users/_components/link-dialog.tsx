'use client'

import { ShownOnce } from '@/app/(admin)/_components/shown-once'
import { Alert } from '@/components/ui/alert'
import type { LinkOutcome } from '@/lib/auth/link-dto'

/** The one moment in which a link is shown to the administrator who made it. */
export function LinkDialog({ made, onClose }: { made: LinkOutcome | undefined; onClose: () => void }) {
  const link = made?.path ? new URL(made.path, window.location.origin).href : null
  const hours = made?.purpose === 'invite' ? '72 hours' : 'an hour'
  return (
    <ShownOnce
      text={link}
      what="link"
      description={`Send it to ${made?.email ?? ''} in a way that you trust: whoever opens it chooses the password. It works once, for ${hours}, and is shown only this once. A new link replaces it.`}
      warning={
        made?.notSent && (
          <Alert tone="warning" title="It could not be sent by e-mail.">
            {made.notSent}
          </Alert>
        )
      }
      onClose={onClose}
    />
  )
}
