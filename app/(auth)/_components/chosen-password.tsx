'use client'

import { type FormEvent, type ReactNode, useState, useTransition } from 'react'
import { attempt } from '@/components/attempt'
import { Refusal, type Refused, refusalOf } from '@/components/refusal'
import { Button } from '@/components/ui/button'
import { NewPasswordField, TextField } from '@/components/ui/field'
import { useKeptForm } from '@/components/use-kept-form'
import type { Result } from '@/lib/result'

interface ChosenPasswordProps {
  /** The verb on the button. */
  submit: string
  action: (password: string, form: FormData) => Promise<Result<unknown>>
  onSuccess: () => void
  /** Fields that stand before the password. */
  children?: ReactNode
}

/** A password, chosen twice. What was typed stays when it is refused; over the reload of an outdated page all but the password. */
export function ChosenPassword({ submit, action, onSuccess, children }: ChosenPasswordProps) {
  const [pending, start] = useTransition()
  const [refused, setRefused] = useState<Refused | null>(null)
  const { ref, keep } = useKeptForm('password')
  const run = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const password = String(form.get('password'))
    if (password !== String(form.get('repeated')))
      return setRefused({ sentence: 'The two passwords do not match.', outdated: false })
    start(async () => {
      const result = await attempt(() => action(password, form))
      if (result.ok) onSuccess()
      else setRefused(refusalOf(result, keep))
    })
  }
  return (
    <form ref={ref} method="post" onSubmit={run} className="grid gap-4" noValidate>
      <Refusal refused={refused} keep={keep} />
      {children}
      <NewPasswordField label="Password" />
      <TextField label="Repeat password" name="repeated" type="password" autoComplete="new-password" required />
      <Button type="submit" tone="primary" busy={pending}>
        {submit}
      </Button>
    </form>
  )
}
