'use client'

import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { attempt } from '@/components/attempt'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { OpenedLink } from '@/lib/auth/link-dto'
import type { Failure } from '@/lib/result'
import { lookAtLinkAction } from '../new-password/actions'

interface LinkGateProps {
  /** What stands there when the link opens nothing. */
  gone: ReactNode
  children: (link: OpenedLink, token: string) => ReactNode
}

/** Asks the server what the token behind `#` opens, and shows it. */
export function LinkGate({ gone, children }: LinkGateProps) {
  const token = useSyncExternalStore(onAnotherToken, tokenInAddress, noToken)
  const [seen, setSeen] = useState<{ token: string; link: OpenedLink | null } | Failure>()

  useEffect(() => {
    if (token === undefined) return
    let isStale = false
    void attempt(() => lookAtLinkAction({ token })).then((result) => {
      if (!isStale) setSeen(result.ok ? { token, link: result.value } : result)
    })
    return () => {
      isStale = true
    }
  }, [token])

  if (seen && 'code' in seen)
    return (
      <div className="grid gap-4">
        <Alert tone="danger" title={seen.reference ? `${seen.message} Reference: ${seen.reference}` : seen.message} />
        <Button onClick={() => window.location.reload()}>Try again</Button>
      </div>
    )
  if (token === undefined || seen?.token !== token)
    return (
      <p role="status" aria-label="Loading what the link opens" className="py-8 text-center text-sm text-ink-muted">
        Checking the link…
      </p>
    )
  return seen.link ? children(seen.link, token) : gone
}

function onAnotherToken(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

function tokenInAddress(): string {
  return window.location.hash.slice(1, 201)
}

/** The server is never told. */
function noToken(): undefined {
  return undefined
}
