'use client'

import { useOptimistic, useState, useTransition } from 'react'
import { announceFailure, announceOutcome } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { ConfirmDialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/input'
import { isRole, ROLES, type Role } from '@/lib/auth/permissions'
import type { UserRow } from '@/lib/users/dto'
import { changeRoleAction } from '../actions'

/** The person's role, and the way to another one. Giving up one's own administration is asked about first. */
export function RoleSelect({ user, isSelf }: { user: UserRow; isSelf: boolean }) {
  const [pending, start] = useTransition()
  const [asking, setAsking] = useState<Role>()
  // What was chosen last, although the answer is on its way: whoever chooses again meanwhile does so from there, and actions go one by one.
  const [role, setRole] = useOptimistic(user.role)
  const from = isRole(role) ? role : undefined

  const change = (to: Role) =>
    start(async () => {
      if (!from) return
      setRole(to)
      const result = await attempt((key) => changeRoleAction({ userId: user.id, from, to }, key))
      if (!result.ok) return announceFailure(result)
      announceOutcome({
        message: `${user.email} is now ${to}.`,
        undo: (key) => changeRoleAction({ userId: user.id, from: to, to: from }, key),
      })
    })
  const choose = (value: string) => {
    if (!isRole(value)) return
    if (isSelf && from === 'ADMIN') setAsking(value)
    else change(value)
  }

  return (
    <>
      <Select
        actsAtOnce
        aria-label={`Role of ${user.email}`}
        className="max-w-32 pointer-coarse:max-w-44"
        value={role}
        autoComplete="off"
        disabled={!from}
        aria-busy={pending || undefined}
        onChange={(event) => choose(event.target.value)}
      >
        {ROLES.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </Select>
      <ConfirmDialog
        open={asking !== undefined}
        onOpenChange={() => setAsking(undefined)}
        title="Give up your own administrator role?"
        text={`You would be ${asking}, and could not change it back yourself: another administrator would have to.`}
        confirm="Give up role"
        danger
        onConfirm={() => asking && change(asking)}
      />
    </>
  )
}
