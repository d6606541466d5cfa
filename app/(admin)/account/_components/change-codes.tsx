'use client'

import { useState } from 'react'
import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/ui/dialog'
import { renewRecoveryAction, turnOffCodesAction } from '../actions'
import { RecoveryCodes } from './recovery-codes'

/** Makes new recovery codes and shows them. */
export function RenewRecovery() {
  const [codes, setCodes] = useState<readonly string[]>()
  return (
    <>
      <ActionButton
        compact
        action={(key) => renewRecoveryAction({}, key)}
        confirmation={{
          title: 'Make new recovery codes?',
          text: 'Your current codes will stop working.',
          confirm: 'Make new ones',
        }}
        outcome={({ recovery }) => {
          setCodes(recovery)
          return { message: 'You have new recovery codes.' }
        }}
      >
        New recovery codes…
      </ActionButton>
      <Dialog open={codes !== undefined} onOpenChange={() => setCodes(undefined)} title="Your recovery codes">
        {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />}
      </Dialog>
    </>
  )
}

/** Asks for no more codes. */
export function TurnOffCodes({ isRequired }: { isRequired: boolean }) {
  return (
    <ActionButton
      compact
      action={(key) => turnOffCodesAction({}, key)}
      confirmation={{
        title: 'Turn off one-time codes?',
        text: isRequired
          ? 'Your role requires them: you will have to set them up again, for example on another phone, before you can go on.'
          : 'Your password alone will be enough to sign in. Your recovery codes will stop working.',
        confirm: 'Turn off',
        danger: true,
      }}
      outcome={({ changed }) => ({
        message: changed ? 'One-time codes are off.' : 'One-time codes were already off.',
        quiet: !changed,
      })}
    >
      Turn off…
    </ActionButton>
  )
}
