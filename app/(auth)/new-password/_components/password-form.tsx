'use client'

import { Unlink } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { OpenedLink } from '@/lib/auth/link-dto'
import { routes } from '@/lib/routes'
import { ChosenPassword } from '../../_components/chosen-password'
import { LinkGate } from '../../_components/opened-link'
import { choosePasswordAction } from '../actions'

const GONE = (
  <EmptyState
    icon={Unlink}
    level={1}
    title="This link no longer works"
    text="It was used, has expired, was replaced by another, or was not copied completely. Ask for a new one; invitations come from your administrator."
    action={<LinkButton href={routes.forgot()}>Ask for a new link</LinkButton>}
  />
)

export function PasswordForm() {
  const router = useRouter()
  return (
    <LinkGate gone={GONE}>
      {(link, token) =>
        link.purpose === 'set-up' ? (
          GONE
        ) : (
          <>
            <Introduction link={link} />
            <ChosenPassword
              submit="Set password"
              action={(password) => choosePasswordAction({ token, password })}
              onSuccess={() => router.replace(routes.login({ reason: 'password-set' }))}
            >
              {/* Which account a password manager is to keep it for. */}
              <input type="email" name="email" autoComplete="username" value={link.email} readOnly hidden />
            </ChosenPassword>
          </>
        )
      }
    </LinkGate>
  )
}

function Introduction({ link }: { link: Exclude<OpenedLink, { purpose: 'set-up' }> }) {
  const email = <bdi className="font-medium break-all text-ink">{link.email}</bdi>
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">
        {link.purpose === 'invite' ? 'Welcome to Mastra Admin' : 'Choose a new password'}
      </h1>
      <p className="mt-1 mb-5 text-sm text-ink-muted">
        {link.purpose === 'invite' ? (
          <>
            You are invited as {email}, with the role {link.role}. Choose a password to begin.
          </>
        ) : (
          <>For {email}. All your sessions will end.</>
        )}
      </p>
    </>
  )
}
