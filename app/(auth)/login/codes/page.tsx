import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ProofWindow } from '@/app/(admin)/account/_components/proof-window'
import { actorWithoutCodes, currentActor } from '@/lib/auth/actor'
import { safeCallback } from '@/lib/auth/safe-callback'
import { routes } from '@/lib/routes'
import { OwedCodes } from './_components/owed-codes'

export const metadata: Metadata = { title: 'Set up one-time codes' }

interface CodesPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>
}

/** The only place that is open to someone whose role must have one-time codes, until they have. */
export default async function CodesPage({ searchParams }: CodesPageProps) {
  const { callbackUrl } = await searchParams
  const wanted = typeof callbackUrl === 'string' ? callbackUrl : undefined
  const destination = safeCallback(wanted)
  const owing = await actorWithoutCodes()
  const actor = owing ?? (await currentActor())
  if (!actor) redirect(routes.login({ callbackUrl: wanted }))
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Set up one-time codes</h1>
      <p className="mt-1 mb-5 text-sm text-ink-muted">
        Your role, {actor.role}, requires a code from an authenticator app besides the password. You can go on as soon
        as it is set up.
      </p>
      <OwedCodes destination={destination} isOwed={owing !== null} />
      <ProofWindow email={actor.email} method="password" />
    </>
  )
}
