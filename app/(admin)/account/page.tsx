import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { Section } from '@/components/ui/section'
import { failedSignIns, getCodes, listSessions } from '@/lib/account/queries'
import { requireActor } from '@/lib/auth/actor'
import { takesPasswords } from '@/lib/auth/provider'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ChangePassword } from './_components/change-password'
import { CodesSection } from './_components/codes-section'
import { FailedSignIns } from './_components/failed-sign-ins'
import { SessionsSection } from './_components/sessions-section'

export const metadata: Metadata = { title: 'Your account' }

/** What concerns only whoever is signed in. */
export default async function AccountPage() {
  const actor = await requireActor('account:manage')
  const [sessions, codes, failed, timeZone] = await Promise.all([
    listSessions(actor),
    getCodes(actor),
    failedSignIns(actor),
    viewerZone(),
  ])
  return (
    <>
      <PageHeader
        title="Your account"
        note={
          <span>
            <bdi>{actor.email}</bdi> · {actor.role}
          </span>
        }
      />
      <div className="grid gap-4">
        {takesPasswords() && actor.session?.method === 'password' && (
          <>
            <Section title="Password" actions={<ChangePassword email={actor.email} />}>
              <p className="text-sm">A new password ends all your other sessions.</p>
            </Section>
            <CodesSection codes={codes} timeZone={timeZone} />
          </>
        )}
        <SessionsSection sessions={sessions} timeZone={timeZone} />
        {failed.length > 0 && <FailedSignIns failed={failed} timeZone={timeZone} />}
      </div>
    </>
  )
}
