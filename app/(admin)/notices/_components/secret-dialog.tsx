'use client'

import { ShownOnce } from '@/app/(admin)/_components/shown-once'

/** The one moment in which a secret is shown. */
export function SecretDialog({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  return (
    <ShownOnce
      text={secret}
      what="secret"
      description="The receiver needs it to check that a message is from here. It is shown only this once; if it is lost, make a new one."
      onClose={onClose}
    />
  )
}
