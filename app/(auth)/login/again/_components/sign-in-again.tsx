'use client'

import { signIn } from 'next-auth/react'
import { useEffect, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { PROOF_CHANNEL } from '@/lib/auth/code-words'
import { routes } from '@/lib/routes'

interface SignInAgainProps {
  name: string
  /** Who is signed in now. */
  email: string
  isDone: boolean
}

/** Leads to the provider, which is asked not to take it from a session of its own; afterwards tells the page that waits, and closes. */
export function SignInAgain({ name, email, isDone }: SignInAgainProps) {
  const [pending, start] = useTransition()
  useEffect(() => {
    if (!isDone) return
    const channel = new BroadcastChannel(PROOF_CHANNEL)
    channel.postMessage(email)
    channel.close()
    window.close()
  }, [isDone, email])
  if (isDone) return null
  const callbackUrl = routes.signInAgain({ done: '1' })
  const go = () =>
    start(async () => void (await signIn('provider', { callbackUrl }, { prompt: 'login', max_age: '0' })))
  return (
    <div className="grid">
      <Button tone="primary" busy={pending} onClick={go}>
        Go to {name}
      </Button>
    </div>
  )
}
