'use client'

import { MailCheck } from 'lucide-react'
import { type FormEvent, useState, useTransition } from 'react'
import { attempt } from '@/components/attempt'
import { EmptyState } from '@/components/empty-state'
import { Refusal, type Refused, refusalOf } from '@/components/refusal'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { useKeptForm } from '@/components/use-kept-form'
import { routes } from '@/lib/routes'
import { AccountField, OtherWay } from '../../_components/account-parts'
import { askResetAction } from '../actions'

/** Asks for a link. What follows is the same whether there is such an account or not. */
export function ForgotForm() {
  const [pending, start] = useTransition()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [asked, setAsked] = useState<string>()

  const { ref, keep } = useKeptForm('forgot')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    start(async () => {
      const result = await attempt(() => askResetAction({ email }))
      if (result.ok) setAsked(email.trim())
      else setRefused(refusalOf(result, keep))
    })
  }
  if (asked !== undefined)
    return (
      // The button that had the focus is gone; what is read next is what came of it.
      <div ref={(box) => box?.querySelector('h1')?.focus()}>
        <EmptyState
          icon={MailCheck}
          level={1}
          title="Check your inbox"
          text={
            <>
              If there is an account for <bdi className="font-medium break-all text-ink">{asked}</bdi>, a link is on its
              way there. It works once, for an hour. Nothing arrived? Check your spam folder, then ask an administrator.
            </>
          }
          action={<LinkButton href={routes.login()}>Back to sign in</LinkButton>}
        />
      </div>
    )
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Forgot your password?</h1>
      <p className="mt-1 mb-5 text-sm text-ink-muted">
        Enter the e-mail of your account to get a link for choosing a new one.
      </p>
      <form ref={ref} method="post" onSubmit={submit} className="grid gap-4" noValidate>
        <Refusal refused={refused} keep={keep} />
        <AccountField autoFocus />
        <Button type="submit" tone="primary" busy={pending}>
          Send the link
        </Button>
        <OtherWay href={routes.login()}>Back to sign in</OtherWay>
      </form>
    </>
  )
}
