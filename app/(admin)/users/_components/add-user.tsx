'use client'

import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { FormDialog } from '@/components/form-dialog'
import { Button } from '@/components/ui/button'
import { Field, NewPasswordField, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { LinkOutcome } from '@/lib/auth/link-dto'
import { isRole, ROLES } from '@/lib/auth/permissions'
import type { SignInWays } from '@/lib/users/dto'
import { addUserAction, admitUserAction, inviteUserAction } from '../actions'
import { LinkDialog } from './link-dialog'

const MAY = {
  SUPPORT: 'read, search, copy and export (masked values stay masked), write notes and save their own views',
  OPERATOR: 'also create, edit, archive, soft-delete and restore records, clear issues and undo',
  ADMIN: 'also manage users, masking, notices, shared views and the database, and reveal masked values',
}

type Way = 'invitation' | 'password' | 'provider'

/**
 * Inviting someone, who then chooses a password themselves; adding them with a first one; or letting in who signs in with the identity provider.
 * Only what opens something here is offered.
 */
export function AddUser({ ways }: { ways: SignInWays }) {
  const offered: readonly Way[] = [
    ...(ways.passwords ? (['invitation', 'password'] as const) : []),
    ...(ways.provider === null ? [] : (['provider'] as const)),
  ]
  const first = offered[0] ?? 'invitation'
  const [open, setOpen] = useState(false)
  const [way, setWay] = useState<Way>(first)
  const [made, setMade] = useState<LinkOutcome>()

  const add = async (form: FormData, key: string) => {
    const role = String(form.get('role'))
    const person = { email: String(form.get('email')), role: isRole(role) ? role : ('SUPPORT' as const) }
    if (way !== 'invitation') {
      const added = await (way === 'provider'
        ? admitUserAction(person, key)
        : addUserAction({ ...person, password: String(form.get('password')) }, key))
      if (added.ok) toast.success('The user was added.')
      return added
    }
    const invited = await inviteUserAction(person, key)
    if (!invited.ok) return invited
    if (invited.value.path) setMade(invited.value)
    else toast.success(`An invitation was sent to ${invited.value.email}.`)
    return invited
  }

  return (
    <>
      <Button
        tone="primary"
        onClick={() => {
          setWay(first)
          setOpen(true)
        }}
      >
        <UserPlus aria-hidden />
        Add user
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Add user"
        description={descriptionOf(way, ways)}
        submit={way === 'invitation' ? 'Invite' : 'Add user'}
        action={add}
        onSuccess={() => undefined}
      >
        <TextField label="Email" name="email" type="email" autoComplete="off" required />
        <Field
          label="Role"
          hint={ROLES.map((role) => (
            <span key={role} className="block">
              {role} may {MAY[role]}.
            </span>
          ))}
        >
          {(wiring) => (
            <Select name="role" defaultValue="SUPPORT" {...wiring}>
              {ROLES.map((role) => (
                <option key={role}>{role}</option>
              ))}
            </Select>
          )}
        </Field>
        {offered.length > 1 && (
          <fieldset className="grid gap-1">
            <legend className="mb-1 text-sm font-medium">How they get access</legend>
            {offered.map((one) => (
              <Choice key={one} label={labelOf(one, ways)} checked={one === way} onChoose={() => setWay(one)} />
            ))}
          </fieldset>
        )}
        {way === 'password' && <NewPasswordField label="Password" />}
      </FormDialog>
      <LinkDialog made={made} onClose={() => setMade(undefined)} />
    </>
  )
}

function labelOf(way: Way, { provider }: SignInWays): string {
  if (way === 'provider') return `With ${provider}`
  return way === 'invitation' ? 'By an invitation' : 'With a password that you set'
}

function descriptionOf(way: Way, { mails, provider }: SignInWays): string {
  if (way === 'provider') return `They can sign in at once with ${provider}, which has to know them by this e-mail.`
  if (way === 'password') return 'They can sign in at once with this e-mail and password.'
  return `They choose their own password with a link, which ${mails ? 'is sent to them by e-mail' : 'you copy and send to them'}.`
}

function Choice({ label, checked, onChoose }: { label: string; checked: boolean; onChoose: () => void }) {
  return (
    <label className="flex min-h-6 w-fit items-center gap-2 text-sm pointer-coarse:min-h-11">
      <input
        type="radio"
        name="way"
        className="size-4 shrink-0 accent-accent pointer-coarse:size-5"
        checked={checked}
        onChange={onChoose}
      />
      {label}
    </label>
  )
}
