'use client'

import { getCsrfToken, signIn } from 'next-auth/react'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { CODE_NEEDED } from '@/lib/auth/code-words'
import type { Role } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'
import { AccountField, OtherWay } from '../../_components/account-parts'

interface LoginFormProps {
  /** A path of this site, already checked. */
  destination: string
  demoUsers: readonly { email: string; password: string; role: Role }[]
}

/** next-auth's word for "not these credentials"; any other error is already a sentence. */
const REFUSED = 'CredentialsSignin'
const UNREACHABLE = 'The server or its database did not answer. Try again in a moment.'

/** The fields belong to the browser, so that what a password manager filled in before the page was ready counts too. */
export function LoginForm({ destination, demoUsers }: LoginFormProps) {
  const [pending, start] = useTransition()
  const [error, setError] = useState<string>()
  const emailField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)
  const [asksCode, setAsksCode] = useState(false)
  const codeField = useRef<HTMLInputElement>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const email = emailField.current?.value ?? ''
    const password = passwordField.current?.value ?? ''
    start(async () => {
      const problem = await problemOf(email, password, codeField.current?.value)
      // A whole load, so that nothing of a former session stays in the router's memory.
      if (problem === undefined) return window.location.assign(destination)
      if (problem === CODE_NEEDED) {
        setError(undefined)
        return setAsksCode(true)
      }
      setError(problem)
      ;(codeField.current ?? passwordField.current)?.select()
    })
  }
  const fillIn = (user: { email: string; password: string }) => {
    if (emailField.current) emailField.current.value = user.email
    if (passwordField.current) passwordField.current.value = user.password
  }

  // Sent by the browser itself only before the page is ready: never as a GET, which would put the password into the address.
  return (
    <form method="post" onSubmit={submit} className="grid gap-4" noValidate>
      {error && <Alert tone="danger" title={error} />}
      <AccountField autoFocus ref={emailField} />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        ref={passwordField}
      />
      {asksCode && (
        <TextField
          label="One-time code"
          name="code"
          hint="From your authenticator app, or one of your recovery codes."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          required
          autoFocus
          ref={codeField}
        />
      )}
      <Button type="submit" tone="primary" busy={pending}>
        Sign in
      </Button>
      <OtherWay href={routes.forgot()}>Forgot your password?</OtherWay>
      {demoUsers.length > 0 && (
        <fieldset className="grid gap-2 border-t border-line pt-4">
          <legend className="sr-only">Demo accounts</legend>
          <p className="text-sm text-ink-muted">This is the demo. Fill in one of its accounts:</p>
          <div className="flex flex-wrap gap-2">
            {demoUsers.map((user) => (
              <Button key={user.email} compact onClick={() => fillIn(user)}>
                {user.role}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </form>
  )
}

/** A sentence about why the sign-in failed, `CODE_NEEDED` when it lacks a code, or undefined when it did not fail. */
async function problemOf(email: string, password: string, code?: string): Promise<string | undefined> {
  try {
    // During an outage next-auth's client would leave for an error page of its own; the token tells whether there is one.
    if (!(await getCsrfToken())) return UNREACHABLE
    const answer = await signIn('credentials', { email, password, ...(code && { code }), redirect: false })
    if (answer?.ok) return undefined
    return answer?.error && answer.error !== REFUSED ? answer.error : 'The e-mail or the password is not right.'
  } catch (error) {
    console.error(error)
    return UNREACHABLE
  }
}
