'use client'

import { Unlink } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'
import { AccountField } from '../_components/account-parts'
import { ChosenPassword } from '../_components/chosen-password'
import { LinkGate } from '../_components/opened-link'
import { setUpAction } from './actions'

const GONE = (
  <EmptyState
    icon={Unlink}
    level={1}
    title="This set-up link no longer works"
    text="It was used, is older than 24 hours, or was not copied completely. While no one can sign in, each start of the server prints a new one in its log."
    action={<LinkButton href={routes.login()}>Go to sign in</LinkButton>}
  />
)

export function SetUpForm() {
  const router = useRouter()
  return (
    <LinkGate gone={GONE}>
      {(link, token) =>
        link.purpose === 'set-up' ? (
          <>
            <h1 className="text-xl font-semibold tracking-tight">Create the first administrator</h1>
            <p className="mt-1 mb-5 text-sm text-ink-muted">
              This link works once. You can add everyone else afterwards.
            </p>
            <ChosenPassword
              submit="Create administrator"
              action={(password, form) => setUpAction({ token, email: String(form.get('email')), password })}
              onSuccess={() => router.replace(routes.login({ reason: 'password-set' }))}
            >
              <AccountField />
            </ChosenPassword>
          </>
        ) : (
          GONE
        )
      }
    </LinkGate>
  )
}
