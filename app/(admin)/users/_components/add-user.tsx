'use client'

import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { FormDialog } from '@/components/form-dialog'
import { Button } from '@/components/ui/button'
import { Field, NewPasswordField, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { isRole, ROLES } from '@/lib/auth/permissions'
import { addUserAction } from '../actions'

const MAY = {
  SUPPORT: 'browse, search, open and copy',
  OPERATOR: 'also soft-delete, restore, clear issues and undo',
  ADMIN: 'also manage users',
}

export function AddUser() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden />
        Add user
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Add user"
        description="They can sign in at once with this e-mail and password."
        submit="Add user"
        action={(form) => {
          const role = String(form.get('role'))
          return addUserAction({
            email: String(form.get('email')),
            password: String(form.get('password')),
            role: isRole(role) ? role : 'SUPPORT',
          })
        }}
        onSuccess={() => toast.success('The user was added.')}
      >
        <TextField label="Email" name="email" type="email" autoComplete="off" required />
        <NewPasswordField label="Password" />
        <Field label="Role" hint={ROLES.map((role) => `${role} may ${MAY[role]}`).join('; ')}>
          {(wiring) => (
            <Select name="role" defaultValue="SUPPORT" {...wiring}>
              {ROLES.map((role) => (
                <option key={role}>{role}</option>
              ))}
            </Select>
          )}
        </Field>
      </FormDialog>
    </>
  )
}
