'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { Role } from '@/lib/auth/permissions'

interface LoginFormProps {
  /** A path of this site, already checked. */
  destination: string
  demoUsers: readonly { email: string; password: string; role: Role }[]
}

/** next-auth's word for "not these credentials"; any other error is already a sentence. */
const REFUSED = 'CredentialsSignin'

export function LoginForm({ destination, demoUsers }: LoginFormProps) {
  const [pending, start] = useTransition()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  const passwordField = useRef<HTMLInputElement>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const answer = await signIn('credentials', { email, password, redirect: false, callbackUrl: destination })
      // A whole load, so that nothing of a former session stays in the router's memory.
      if (answer?.ok) return window.location.assign(destination)
      setError(answer?.error && answer.error !== REFUSED ? answer.error : 'The e-mail or the password is not right.')
      passwordField.current?.select()
    })
  }

  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      {error && <Alert tone="danger" title={error} />}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        ref={passwordField}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" tone="primary" disabled={pending} aria-busy={pending || undefined}>
        Sign in
      </Button>
      {demoUsers.length > 0 && (
        <fieldset className="grid gap-2 border-t border-line pt-4">
          <legend className="sr-only">Demo accounts</legend>
          <p className="text-sm text-ink-muted">This is the demo. Fill in one of its accounts:</p>
          <div className="flex flex-wrap gap-2">
            {demoUsers.map((user) => (
              <Button
                key={user.email}
                compact
                onClick={() => {
                  setEmail(user.email)
                  setPassword(user.password)
                }}
              >
                {user.role}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </form>
  )
}
