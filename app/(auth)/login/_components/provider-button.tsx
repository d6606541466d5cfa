'use client'

import { signIn } from 'next-auth/react'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'

interface ProviderButtonProps {
  name: string
  /** A path of this site, already checked. */
  destination: string
  /** Without a password beside it. */
  isOnly: boolean
}

/** Leads to the identity provider, and from there to where the person wanted to be. */
export function ProviderButton({ name, destination, isOnly }: ProviderButtonProps) {
  const [pending, start] = useTransition()
  const go = () => start(async () => void (await signIn('provider', { callbackUrl: destination })))
  return (
    <div className={isOnly ? 'grid' : 'mt-4 grid border-t border-line pt-4'}>
      <Button tone={isOnly ? 'primary' : 'secondary'} busy={pending} onClick={go}>
        Sign in with {name}
      </Button>
    </div>
  )
}
