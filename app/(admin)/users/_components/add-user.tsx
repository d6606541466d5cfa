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
import { addUserAction, inviteUserAction } from '../actions'
import { LinkDialog } from './link-dialog'

const MAY = {
  SUPPORT: 'browse, search, open and copy',
  OPERATOR: 'also soft-delete, restore, clear issues and undo',
  ADMIN: 'also manage users',
}

/** Inviting someone, who then chooses a password themselves; or adding them with a first one. `mails`: links go out by e-mail. */
export function AddUser({ mails }: { mails: boolean }) {
  const [open, setOpen] = useState(false)
  const [invites, setInvites] = useState(true)
  const [made, setMade] = useState<LinkOutcome>()

  const add = async (form: FormData, key: string) => {
    const role = String(form.get('role'))
    const person = { email: String(form.get('email')), role: isRole(role) ? role : ('SUPPORT' as const) }
    if (!invites) {
      const added = await addUserAction({ ...person, password: String(form.get('password')) }, key)
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
          setInvites(true)
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
        description={
          invites
            ? `They choose a password themselves by a link, which ${mails ? 'is sent to them by e-mail' : 'you copy and bring to them'}.`
            : 'They can sign in at once with this e-mail and password.'
        }
        submit={invites ? 'Invite' : 'Add user'}
        action={add}
        onSuccess={() => undefined}
      >
        <TextField label="Email" name="email" type="email" autoComplete="off" required />
        <Field label="Role" hint={ROLES.map((role) => `${role} may ${MAY[role]}`).join('; ')}>
          {(wiring) => (
            <Select name="role" defaultValue="SUPPORT" {...wiring}>
              {ROLES.map((role) => (
                <option key={role}>{role}</option>
              ))}
            </Select>
          )}
        </Field>
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-sm font-medium">How they come in</legend>
          <Way label="By an invitation" checked={invites} onChoose={() => setInvites(true)} />
          <Way label="With a password that you set" checked={!invites} onChoose={() => setInvites(false)} />
        </fieldset>
        {!invites && <NewPasswordField label="Password" />}
      </FormDialog>
      <LinkDialog made={made} onClose={() => setMade(undefined)} />
    </>
  )
}

function Way({ label, checked, onChoose }: { label: string; checked: boolean; onChoose: () => void }) {
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
