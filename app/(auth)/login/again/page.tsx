import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '@/lib/auth/actor'
import { providerSettings } from '@/lib/auth/provider'
import { routes } from '@/lib/routes'
import { SignInAgain } from './_components/sign-in-again'

export const metadata: Metadata = { title: 'Confirm that it is you' }

interface AgainPageProps {
  searchParams: Promise<{ done?: string | string[] }>
}

/** A window beside the page that wants proof: to the identity provider, and back to say so. */
export default async function AgainPage({ searchParams }: AgainPageProps) {
  const [actor, provider] = [await currentActor(), providerSettings()]
  if (!actor || !provider) redirect(routes.login())
  const isDone = (await searchParams).done !== undefined
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Confirm that it is you</h1>
      <p className="mt-1 mb-5 text-sm text-ink-muted">
        {isDone ? 'Done. You can close this and go on.' : `Sign in with ${provider.name} once more.`}
      </p>
      <SignInAgain name={provider.name} email={actor.email} isDone={isDone} />
    </>
  )
}
