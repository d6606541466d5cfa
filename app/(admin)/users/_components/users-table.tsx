'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'
import type { SignInWays, UserRow } from '@/lib/users/dto'
import { RoleSelect } from './role-select'
import { UserMenu } from './user-menu'
import { UserState } from './user-state'

interface UsersTableProps {
  users: readonly UserRow[]
  /** The id of whoever is looking. */
  self: string
  timeZone: string
  /** Milliseconds since the epoch that "ago" is counted from. */
  now: number
  /** Whether links go out by e-mail. */
  ways: SignInWays
}

export function UsersTable({ users, self, timeZone, now, ways }: UsersTableProps) {
  const columns: TableColumn<UserRow>[] = [
    {
      id: 'email',
      header: 'Email',
      width: 216,
      phone: 'title',
      cell: (user) => (
        <span className="font-medium">
          <Link href={routes.user(user.id)} title={user.email} className="text-accent-text hover:underline">
            <bdi>{user.email}</bdi>
          </Link>
          {user.id === self && <span className="font-normal text-ink-muted"> (you)</span>}
        </span>
      ),
    },
    { id: 'role', header: 'Role', width: 152, cell: (user) => <RoleSelect user={user} isSelf={user.id === self} /> },
    {
      id: 'state',
      header: 'State',
      width: 208,
      cell: (user) => <UserState user={user} timeZone={timeZone} now={now} />,
    },
    {
      id: 'codes',
      header: 'One-time codes',
      width: 116,
      cell: ({ hasCodes }) => (hasCodes ? 'On' : <span className="text-ink-muted">Off</span>),
    },
    {
      id: 'lastSignInAt',
      header: 'Last sign-in',
      width: 120,
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <RelativeTime iso={lastSignInAt} timeZone={timeZone} now={now} />
        ) : (
          <span className="text-ink-muted">Never</span>
        ),
    },
    {
      id: 'createdAt',
      header: 'Added',
      width: 120,
      cell: ({ createdAt }) => <RelativeTime iso={createdAt} timeZone={timeZone} now={now} />,
    },
    {
      id: 'actions',
      header: 'Actions',
      width: 72,
      align: 'right',
      cell: (user) => <UserMenu user={user} isSelf={user.id === self} ways={ways} />,
    },
  ]
  return (
    <DataTable
      label="Users"
      columns={columns}
      rows={users}
      getRowId={(user) => user.id}
      empty={<EmptyState title="No users yet" />}
    />
  )
}
