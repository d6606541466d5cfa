'use client'

import { useState, useTransition } from 'react'
import { announceFailure } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { NewAuthenticator } from '@/lib/account/dto'
import { beginCodesAction } from '../actions'
import { CodesForm } from './codes-form'

/** Leads through turning one-time codes on, in a window that stays, once they are on, until the recovery codes were kept. */
export function SetUpCodes({ isOn }: { isOn: boolean }) {
  const [pending, start] = useTransition()
  const [authenticator, setAuthenticator] = useState<NewAuthenticator>()
  const begin = () =>
    start(async () => {
      const result = await attempt((key) => beginCodesAction({}, key))
      if (result.ok) setAuthenticator(result.value)
      else announceFailure(result)
    })
  const close = () => setAuthenticator(undefined)
  return (
    <>
      {!isOn && (
        <Button compact busy={pending} onClick={begin}>
          Set up…
        </Button>
      )}
      <Dialog open={authenticator !== undefined} onOpenChange={close} title="Set up one-time codes">
        {authenticator && <CodesForm authenticator={authenticator} onDone={close} />}
      </Dialog>
    </>
  )
}
