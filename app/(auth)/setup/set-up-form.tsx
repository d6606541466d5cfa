'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { attempt } from '@/components/action-button'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { NewPasswordField, TextField } from '@/components/ui/field'
import { routes } from '@/lib/routes'
import { setUpAction } from './actions'

export function SetUpForm({ token }: { token: string }) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const [error, setError] = useState<string>()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [email, password, repeated] = ['email', 'password', 'repeated'].map((name) => String(form.get(name)))
    if (password !== repeated) return setError('The two passwords differ.')
    start(async () => {
      const result = await attempt(() => setUpAction({ token, email: email ?? '', password: password ?? '' }))
      if (result.ok) router.push(routes.login())
      else setError(result.reference ? `${result.message} Reference: ${result.reference}` : result.message)
    })
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4" noValidate>
      {error && <Alert tone="danger" title={error} />}
      <TextField label="Email" name="email" type="email" autoComplete="username" required />
      <NewPasswordField label="Password" />
      <TextField label="Repeat password" name="repeated" type="password" autoComplete="new-password" required />
      <Button type="submit" tone="primary" busy={pending}>
        Create administrator
      </Button>
    </form>
  )
}
