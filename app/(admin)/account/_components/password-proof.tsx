'use client'

import { type FormEvent, useState } from 'react'
import { sentenceOf } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { CODE_NEEDED } from '@/lib/auth/code-words'
import { proveAction } from '../actions'

/** Password, and code where the person has them, as proof that it is still them. */
export function PasswordProof({ onEnd }: { onEnd: (proven: boolean) => void }) {
  // No transition of its own: React would hold its end back until that of the action, which waits for this.
  const [pending, setPending] = useState(false)
  const [asksCode, setAsksCode] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const form = new FormData(event.currentTarget)
    setPending(true)
    const answer = { password: String(form.get('password')), code: String(form.get('code') ?? '') }
    const result = await attempt((key) => proveAction(answer, key))
    setPending(false)
    if (result.ok) return onEnd(true)
    const lacksCode = result.message === CODE_NEEDED
    if (lacksCode) setAsksCode(true)
    setError(lacksCode ? null : sentenceOf(result))
  }
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      {error && <Alert tone="danger" title={error} />}
      <TextField
        label="Your password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus
      />
      {asksCode && (
        <TextField
          label="One-time code"
          name="code"
          hint="From your authenticator app, or one of your recovery codes."
          autoComplete="one-time-code"
          maxLength={60}
          required
          autoFocus
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => onEnd(false)}>Cancel</Button>
        <Button type="submit" tone="primary" busy={pending}>
          Confirm
        </Button>
      </div>
    </form>
  )
}
