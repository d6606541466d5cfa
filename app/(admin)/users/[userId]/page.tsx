import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SessionsSection } from '@/app/(admin)/account/_components/sessions-section'
import { AuditTrail } from '@/app/(admin)/audit/_components/audit-trail'
import { PageHeader } from '@/components/page-header'
import type { CodesState } from '@/lib/account/dto'
import { getCodes, listSessions } from '@/lib/account/queries'
import { requireActor } from '@/lib/auth/actor'
import { idFromSegment } from '@/lib/id-from-segment'
import { routes } from '@/lib/routes'
import { viewerZone } from '@/lib/time/viewer-zone'
import { getUser } from '@/lib/users/queries'
import { signInWays } from '@/lib/users/sign-in-ways'
import { UserMenu } from '../_components/user-menu'
import { UserState } from '../_components/user-state'

interface Props {
  params: Promise<{ userId: string }>
}

// The title and the page ask for the same person; one query serves both.
const loadUser = cache(async (id: string) => getUser(await requireActor('users:manage'), id))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const user = await loadUser(idFromSegment((await params).userId))
  return { title: user?.email ?? 'User not found' }
}

/** One person who may sign in: where they are signed in, and what was done to their account. */
export default async function UserPage({ params }: Props) {
  const actor = await requireActor('users:manage')
  const user = await loadUser(idFromSegment((await params).userId))
  if (!user) notFound()
  const [sessions, codes, timeZone] = await Promise.all([
    listSessions(actor, user.id),
    getCodes(actor, user),
    viewerZone(),
  ])
  const isSelf = user.id === actor.id
  return (
    <>
      <PageHeader
        title={<bdi>{user.email}</bdi>}
        crumbs={[{ label: 'Users', href: routes.users() }]}
        note={
          <>
            <UserState user={user} timeZone={timeZone} />
            <span>{user.role}</span>
            <span>{codesWords(codes)}</span>
          </>
        }
        actions={<UserMenu user={user} isSelf={isSelf} ways={signInWays()} />}
      />
      <div className="grid gap-4">
        <SessionsSection sessions={sessions} timeZone={timeZone} of={isSelf ? undefined : user} />
        <AuditTrail subjectType="user" subjectId={user.id} />
      </div>
    </>
  )
}

function codesWords({ since, isRequired }: CodesState): string {
  if (since) return 'one-time codes on'
  return isRequired ? 'must set up one-time codes' : 'no one-time codes'
}
