'use client'

import { useState, useTransition } from 'react'
import { signOut } from '@/app/(admin)/_components/sign-out'
import { CodesForm } from '@/app/(admin)/account/_components/codes-form'
import { beginCodesAction } from '@/app/(admin)/account/actions'
import { sentenceOf } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { NewAuthenticator } from '@/lib/account/dto'

interface OwedCodesProps {
  /** A path of this site, already checked. */
  destination: string
  /** Not any more once they are on: what is under way goes on to the recovery codes. */
  isOwed: boolean
}

/** Leads through turning one-time codes on, and then to where the person wanted to be. */
export function OwedCodes({ destination, isOwed }: OwedCodesProps) {
  const [pending, start] = useTransition()
  const [error, setError] = useState<string | null>(null)
  const [authenticator, setAuthenticator] = useState<NewAuthenticator>()
  const goOn = () => window.location.assign(destination)
  if (authenticator) return <CodesForm authenticator={authenticator} onDone={goOn} />
  if (!isOwed)
    return (
      <Button tone="primary" onClick={goOn}>
        Go on
      </Button>
    )
  const begin = () =>
    start(async () => {
      const result = await attempt((key) => beginCodesAction({}, key))
      if (result.ok) setAuthenticator(result.value)
      else setError(sentenceOf(result))
    })
  return (
    <div className="grid gap-4">
      {error && <Alert tone="danger" title={error} />}
      <Button tone="primary" busy={pending} onClick={begin}>
        Begin
      </Button>
      <Button onClick={() => void signOut()}>Sign out</Button>
    </div>
  )
}
