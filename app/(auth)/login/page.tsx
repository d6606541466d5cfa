import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Alert } from '@/components/ui/alert'
import { actorWithoutCodes, currentActor } from '@/lib/auth/actor'
import { providerSettings, takesPasswords } from '@/lib/auth/provider'
import { REFUSALS, type Refusal } from '@/lib/auth/provider-claims'
import { safeCallback } from '@/lib/auth/safe-callback'
import { readSession } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { routes, sitePath } from '@/lib/routes'
import { DEMO_USERS } from '@/lib/users/demo-users'
import { LoginForm } from './_components/login-form'
import { ProviderButton } from './_components/provider-button'

export const metadata: Metadata = { title: 'Sign in' }

interface LoginPageProps {
  searchParams: Promise<Partial<Record<'callbackUrl' | 'reason' | 'error', string | string[]>>>
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { callbackUrl, reason, error } = await searchParams
  const provider = providerSettings()
  const problem = provider && problemWords(reason, error !== undefined)
  const destination = safeCallback(typeof callbackUrl === 'string' ? callbackUrl : undefined)
  const isPasswordNew = reason === 'password-set'
  if (await currentActor()) redirect(sitePath(destination))
  if (await actorWithoutCodes()) redirect(routes.codes({ callbackUrl: destination }))
  // A cookie of ours that is no longer anyone's: they were disabled, or have a new password.
  const hasEnded = (await readSession()) !== null
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Sign in to Mastra Admin</h1>
      <p className="mt-1 mb-5 text-sm text-ink-muted">Records and connections that Mastra syncs.</p>
      {isPasswordNew && (
        <div className="mb-4">
          <Alert tone="success" title="Your password is set. Sign in with it." />
        </div>
      )}
      {problem && (
        <div className="mb-4">
          <Alert tone="danger" title={problem} />
        </div>
      )}
      {hasEnded && !isPasswordNew && !problem && (
        <div className="mb-4">
          <Alert title="Your session has ended." />
        </div>
      )}
      {takesPasswords() && (
        <LoginForm destination={destination} demoUsers={env().MASTRA_ADMIN_DEMO ? DEMO_USERS : []} />
      )}
      {provider && <ProviderButton name={provider.name} destination={destination} isOnly={!takesPasswords()} />}
    </>
  )
}

const WORDS: Readonly<Record<Refusal, string>> = {
  unknown: 'You are not a user here. Ask an administrator to add you.',
  unverified: 'Your identity provider has not verified your e-mail, so you cannot be signed in.',
  'no-role': 'Your identity provider gives you no role here. Ask whoever manages it.',
  disabled: 'Your account here is disabled.',
}

/** A sentence about a sign-in with the provider that came to nothing. Of what the address says, nothing is shown. */
function problemWords(reason: unknown, hasFailed: boolean): string | null {
  const known = REFUSALS.find((refusal) => refusal === reason)
  if (known) return WORDS[known]
  return hasFailed ? 'The sign-in was not completed. Try again.' : null
}
