'use client'

import { type FormEvent, type ReactNode, useState, useTransition } from 'react'
import { attempt } from '@/components/attempt'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { NewPasswordField, TextField } from '@/components/ui/field'
import type { Result } from '@/lib/result'

interface ChosenPasswordProps {
  /** The verb on the button. */
  submit: string
  action: (password: string, form: FormData) => Promise<Result<unknown>>
  onSuccess: () => void
  /** Fields that stand before the password. */
  children?: ReactNode
}

/** A password, chosen twice. What was typed stays when it is refused. */
export function ChosenPassword({ submit, action, onSuccess, children }: ChosenPasswordProps) {
  const [pending, start] = useTransition()
  const [error, setError] = useState<string>()
  const run = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const password = String(form.get('password'))
    if (password !== String(form.get('repeated'))) return setError('The two passwords differ.')
    start(async () => {
      const result = await attempt(() => action(password, form))
      if (result.ok) onSuccess()
      else setError(result.reference ? `${result.message} Reference: ${result.reference}` : result.message)
    })
  }
  return (
    <form method="post" onSubmit={run} className="grid gap-4" noValidate>
      {error && <Alert tone="danger" title={error} />}
      {children}
      <NewPasswordField label="Password" />
      <TextField label="Repeat password" name="repeated" type="password" autoComplete="new-password" required />
      <Button type="submit" tone="primary" busy={pending}>
        {submit}
      </Button>
    </form>
  )
}
