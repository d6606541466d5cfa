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
          text: 'The ones you have are worth nothing from then on.',
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
          ? 'Your role must have them: you are led to set them up anew, as for another phone, before you can go on.'
          : 'Your password alone is then enough to sign in. Your recovery codes are worth nothing any more.',
        confirm: 'Turn off',
        danger: true,
      }}
      outcome={({ changed }) => ({
        message: changed ? 'One-time codes are off.' : 'One-time codes were off already.',
        quiet: !changed,
      })}
    >
      Turn off…
    </ActionButton>
  )
}
