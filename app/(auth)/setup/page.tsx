import type { Metadata } from 'next'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { isOpenOffer } from '@/lib/auth/set-up'
import { routes } from '@/lib/routes'
import { SetUpForm } from './set-up-form'

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' }

interface SetUpPageProps {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const { token } = await searchParams
  if (typeof token !== 'string' || !(await isOpenOffer(token))) {
    return (
      <EmptyState
        level={1}
        title="This set-up link leads nowhere any more"
        text="It was used, is older than 24 hours, or was not copied whole. While no one can sign in, each start of the server prints a new one in its log."
        action={<LinkButton href={routes.login()}>Go to sign in</LinkButton>}
      />
    )
  }
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Make the first administrator</h1>
      <p className="mt-1 mb-5 text-sm text-ink-muted">This link works once. You can add everyone else afterwards.</p>
      <SetUpForm token={token} />
    </>
  )
}
