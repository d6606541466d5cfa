'use client'

import { FormDialog } from '@/components/form-dialog'
import { NewPasswordField } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import type { UserRow } from '@/lib/users/dto'
import { setPasswordAction } from '../actions'

interface PasswordDialogProps {
  user: UserRow
  isSelf: boolean
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function PasswordDialog({ user, isSelf, open, onOpenChange }: PasswordDialogProps) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Set a password for ${user.email}`}
      description={
        isSelf
          ? 'All your sessions end, including this one: sign in again with the new password.'
          : 'All their sessions end. Tell them the password in a way that you trust.'
      }
      submit="Set password"
      action={(form, key) => setPasswordAction({ userId: user.id, password: String(form.get('password')) }, key)}
      onSuccess={() => toast.success(`${user.email} has a new password.`)}
    >
      <NewPasswordField label="New password" />
    </FormDialog>
  )
}
