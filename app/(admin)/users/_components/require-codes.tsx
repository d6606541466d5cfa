'use client'

import { useState } from 'react'
import { FormDialog } from '@/components/form-dialog'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { ROLES, type Role } from '@/lib/auth/permissions'
import { requireCodesAction } from '../actions'

/** Whose people must have one-time codes, and the way to change it. */
export function RequireCodes({ required }: { required: readonly Role[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Require codes…</Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Who must have one-time codes"
        description="Whoever has none yet is led to set them up at their next request, and gets nowhere else before. Who signs in with an identity provider is not asked: it has rules of its own."
        submit="Save"
        action={(form, key) => requireCodesAction({ roles: ROLES.filter((role) => form.has(role)) }, key)}
        onSuccess={() => toast.success('It counts from the next request on.')}
      >
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-sm font-medium">Roles</legend>
          {ROLES.map((role) => (
            <label key={role} className="flex min-h-6 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name={role}
                defaultChecked={required.includes(role)}
                className="size-4 accent-accent pointer-coarse:size-5"
              />
              {role}
            </label>
          ))}
        </fieldset>
      </FormDialog>
    </>
  )
}
