'use client'

import { toast } from 'sonner'
import { FormDialog } from '@/components/form-dialog'
import { TextField } from '@/components/ui/field'
import type { UserRow } from '@/lib/users/dto'
import { setPasswordAction } from '../actions'

interface PasswordDialogProps {
  user: UserRow
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function PasswordDialog({ user, open, onOpenChange }: PasswordDialogProps) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Set a password for ${user.email}`}
      description="Every session they have ends. Tell them the password on a way that you trust."
      submit="Set password"
      action={(form) => setPasswordAction({ userId: user.id, password: String(form.get('password')) })}
      onSuccess={() => toast.success(`${user.email} has a new password.`)}
    >
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint="At least 12 characters."
      />
    </FormDialog>
  )
}
