'use client'

import { ShownOnce } from '@/app/(admin)/_components/shown-once'
import { CopyButton } from '@/components/ui/copy-button'
import type { TokenScope } from '@/lib/auth/permissions'
import type { MadeToken } from '@/lib/tokens/dto'
import { tryLine } from './try-line'

/** A new token, and what it may. */
export type NewToken = MadeToken & { scopes: readonly TokenScope[] }

/** The one moment in which a token is shown. */
export function TokenDialog({ made, onClose }: { made: NewToken | undefined; onClose: () => void }) {
  return (
    <ShownOnce
      text={made?.token ?? null}
      what="token"
      description="Keep it like a password. It is shown only this once; if it is lost, make another and revoke this one."
      hint={
        <>
          A script sends it in the header <code className="font-mono text-xs">Authorization</code>, after the word{' '}
          <code className="font-mono text-xs">Bearer</code>.{made && <Try scopes={made.scopes} />}
        </>
      }
      onClose={onClose}
    />
  )
}

/** A line to try it with. Shown only after a press, so that the address is the browser's. */
function Try({ scopes }: { scopes: readonly TokenScope[] }) {
  const line = tryLine(window.location.origin, scopes)
  if (line === null) return null
  return (
    <>
      {' '}
      To try it, put it into the variable <code className="font-mono text-xs">TOKEN</code> of your shell, and run:
      <span className="mt-2 flex items-center gap-2 rounded-md border border-line bg-canvas py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 font-mono text-xs text-ink [overflow-wrap:anywhere]">{line}</code>
        <CopyButton text={line} what="command" />
      </span>
    </>
  )
}
