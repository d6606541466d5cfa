'use client'

import { useEffect, useRef, useState } from 'react'
import { provideProof } from '@/components/proof'
import { Dialog } from '@/components/ui/dialog'
import { partOnDemand } from '@/components/ui/part-on-demand'

const PasswordProof = partOnDemand(() => import('./password-proof').then((parts) => parts.PasswordProof))
const ProviderProof = partOnDemand(() => import('./provider-proof').then((parts) => parts.ProviderProof))

interface ProofWindowProps {
  email: string
  /** How they signed in. */
  method: 'password' | 'provider'
}

/** Asks for the password, or another sign-in with the provider, when an action wants proof; the action then goes on by itself. */
export function ProofWindow({ email, method }: ProofWindowProps) {
  const [open, setOpen] = useState(false)
  const answer = useRef<(proven: boolean) => void>(undefined)
  useEffect(
    () =>
      provideProof(() => {
        // One window, whoever asks: who asked before is told that nothing was proven.
        answer.current?.(false)
        setOpen(true)
        return new Promise((resolve) => {
          answer.current = resolve
        })
      }),
    [],
  )
  const end = (proven: boolean) => {
    setOpen(false)
    answer.current?.(proven)
    answer.current = undefined
  }
  return (
    <Dialog
      open={open}
      onOpenChange={() => end(false)}
      title="Confirm that it is you"
      description="It has been a while since you signed in. What you asked for continues as soon as you have confirmed."
    >
      {method === 'provider' ? <ProviderProof email={email} onEnd={end} /> : <PasswordProof onEnd={end} />}
    </Dialog>
  )
}
