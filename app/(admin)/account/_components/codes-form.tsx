'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { sentenceOf } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { NewAuthenticator } from '@/lib/account/dto'
import { confirmCodesAction } from '../actions'
import { QrCode } from './qr-code'
import { RecoveryCodes } from './recovery-codes'

interface CodesFormProps {
  authenticator: NewAuthenticator
  /** Once they are on, and the recovery codes were kept. */
  onDone: () => void
}

/** Setting up an authenticator app: what it is given, the first code from it, then the recovery codes. */
export function CodesForm({ authenticator, onDone }: CodesFormProps) {
  const [pending, start] = useTransition()
  const [error, setError] = useState<string | null>(null)
  const [recovery, setRecovery] = useState<readonly string[]>()
  if (recovery) return <RecoveryCodes codes={recovery} onDone={onDone} />
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code'))
    start(async () => {
      const result = await attempt((key) => confirmCodesAction({ code }, key))
      if (result.ok) setRecovery(result.value.recovery)
      else setError(sentenceOf(result))
    })
  }
  return (
    <form onSubmit={confirm} className="grid gap-4" noValidate>
      {error && <Alert tone="danger" title={error} />}
      <p className="text-sm">Scan this with an authenticator app, or type the secret into it.</p>
      <QrCode squares={authenticator.squares} label="QR code of the secret" />
      <p className="text-center font-mono text-sm break-words">
        <span className="sr-only">Secret: </span>
        {authenticator.secret}
      </p>
      <TextField
        label="Code from the app"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        required
        autoFocus
      />
      <Button type="submit" tone="primary" busy={pending}>
        Turn on
      </Button>
    </form>
  )
}
