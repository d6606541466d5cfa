import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { takesPasswords } from '@/lib/auth/provider'
import { canMail } from '@/lib/notices/send-mail'
import { routes } from '@/lib/routes'
import { ForgotForm } from './_components/forgot-form'

export const metadata: Metadata = { title: 'Forgot your password?' }
// Whether e-mail can be sent is a matter of the server that answers, not of the one that was built on.
export const dynamic = 'force-dynamic'

export default function ForgotPage() {
  if (!takesPasswords()) notFound()
  if (!canMail())
    return (
      <EmptyState
        level={1}
        title="Ask an administrator"
        text="This installation does not send e-mail. An administrator can make a link for you on the Users page, with which you choose a new password."
        action={<LinkButton href={routes.login()}>Back to sign in</LinkButton>}
      />
    )
  return <ForgotForm />
}
