import type { Metadata } from 'next'
import { CountText } from '@/components/count-text'
import { PageHeader } from '@/components/page-header'
import { Alert } from '@/components/ui/alert'
import { requireActor } from '@/lib/auth/actor'
import { viewer } from '@/lib/time/viewer'
import { getRules, listUsers, USERS_SHOWN } from '@/lib/users/queries'
import { signInWays } from '@/lib/users/sign-in-ways'
import { AddUser } from './_components/add-user'
import { SignInRules } from './_components/sign-in-rules'
import { UsersTable } from './_components/users-table'

export const metadata: Metadata = { title: 'Users' }

export default async function UsersPage() {
  const actor = await requireActor('users:manage')
  const [users, rules, seen] = await Promise.all([listUsers(actor), getRules(actor), viewer()])
  const shown = users.slice(0, USERS_SHOWN)
  return (
    <>
      <PageHeader
        title="Users"
        note={<CountText count={{ kind: 'exact', value: shown.length }} one="user" many="users" />}
        actions={
          <>
            <SignInRules rules={rules} />
            <AddUser ways={signInWays()} />
          </>
        }
      />
      {users.length > USERS_SHOWN && <Alert tone="warning" title={`Only the first ${USERS_SHOWN} users are shown.`} />}
      {/* As high as the list of roles in it. */}
      <div className="rounded-lg border border-line bg-surface [--row-line:2rem] pointer-coarse:[--row-line:2.75rem]">
        <UsersTable
          users={shown}
          self={actor.id}
          timeZone={seen.timeZone}
          now={seen.now.getTime()}
          ways={signInWays()}
        />
      </div>
    </>
  )
}
