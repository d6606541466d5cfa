'use client'

import { useEffect, useEffectEvent } from 'react'
import { buttonClass } from '@/components/ui/button'
import { PROOF_CHANNEL } from '@/lib/auth/code-words'
import { routes } from '@/lib/routes'

interface ProviderProofProps {
  /** Who has to sign in again. */
  email: string
  onEnd: (proven: boolean) => void
}

/** Leads to the identity provider in a tab of its own, and waits to hear that the same person has signed in again. */
export function ProviderProof({ email, onEnd }: ProviderProofProps) {
  const hear = useEffectEvent((heard: unknown) => {
    // What another person may see is another page.
    if (heard === email) onEnd(true)
    else window.location.reload()
  })
  useEffect(() => {
    const channel = new BroadcastChannel(PROOF_CHANNEL)
    channel.onmessage = (event) => hear(event.data)
    return () => channel.close()
  }, [])
  return (
    <div className="grid">
      <a href={routes.signInAgain()} target="_blank" rel="noopener opener" className={buttonClass('primary')}>
        Sign in again
      </a>
    </div>
  )
}
