'use client'

import { useState } from 'react'
import { FormDialog } from '@/components/form-dialog'
import { Button } from '@/components/ui/button'
import { NewPasswordField, TextField } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { changePasswordAction } from '../actions'

/** Gives whoever is signed in another password. */
export function ChangePassword({ email }: { email: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button compact onClick={() => setOpen(true)}>
        Change password…
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Change your password"
        description="You stay signed in here. All your other sessions end."
        submit="Change password"
        action={(form, key) =>
          changePasswordAction({ current: String(form.get('current')), password: String(form.get('password')) }, key)
        }
        onSuccess={() => toast.success('Your password was changed.')}
      >
        {/* What a password manager keeps the new one under. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label="Current password"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          autoFocus
        />
        <NewPasswordField label="New password" />
      </FormDialog>
    </>
  )
}
