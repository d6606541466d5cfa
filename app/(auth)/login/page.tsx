import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Alert } from '@/components/ui/alert'
import { actorWithoutCodes, currentActor } from '@/lib/auth/actor'
import { safeCallback } from '@/lib/auth/safe-callback'
import { readSession } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { routes, sitePath } from '@/lib/routes'
import { DEMO_USERS } from '@/lib/users/demo-users'
import { LoginForm } from './_components/login-form'

export const metadata: Metadata = { title: 'Sign in' }

interface LoginPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[]; reason?: string | string[] }>
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { callbackUrl, reason } = await searchParams
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
      {hasEnded && !isPasswordNew && (
        <div className="mb-4">
          <Alert title="Your session has ended." />
        </div>
      )}
      <LoginForm destination={destination} demoUsers={env().MASTRA_ADMIN_DEMO ? DEMO_USERS : []} />
    </>
  )
}
