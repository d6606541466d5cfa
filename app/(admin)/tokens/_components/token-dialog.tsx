'use client'

import { ShownOnce } from '@/app/(admin)/_components/shown-once'
import type { MadeToken } from '@/lib/tokens/dto'

/** The one moment in which a token is shown. */
export function TokenDialog({ made, onClose }: { made: MadeToken | undefined; onClose: () => void }) {
  return (
    <ShownOnce
      text={made?.token ?? null}
      what="token"
      description="Keep it like a password. It is shown only this once; if it is lost, make another and revoke this one."
      hint={
        <>
          A script sends it in the header <code className="font-mono text-xs">Authorization: Bearer …</code>
        </>
      }
      onClose={onClose}
    />
  )
}
