import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isOpenOffer } from '@/lib/auth/set-up'
import { SetUpForm } from './set-up-form'

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' }

interface SetUpPageProps {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const { token } = await searchParams
  if (typeof token !== 'string' || !(await isOpenOffer(token))) {
    notFound()
  }
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Create the first administrator</h1>
      <p className="mt-1 mb-5 text-sm text-ink-muted">This link works once. You can add everyone else afterwards.</p>
      <SetUpForm token={token} />
    </>
  )
}
