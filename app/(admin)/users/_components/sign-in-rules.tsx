'use client'

import { useState } from 'react'
import { FormDialog } from '@/components/form-dialog'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { ROLES } from '@/lib/auth/permissions'
import type { Rules } from '@/lib/auth/rules'
import { changeRulesAction } from '../actions'

/** What is set about signing in, for everyone, and the way to change it. */
export function SignInRules({ rules }: { rules: Rules }) {
  const [open, setOpen] = useState(false)
  const seen = { ...rules, codesFor: [...rules.codesFor] }
  return (
    <>
      <Button onClick={() => setOpen(true)}>Rules…</Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Rules for signing in"
        description="They apply to everyone from the next request on."
        submit="Save"
        action={(form, key) => {
          const codesFor = ROLES.filter((role) => form.has(role))
          return changeRulesAction({ seen, rules: { codesFor, proofFrom: Number(form.get('proofFrom')) } }, key)
        }}
        onSuccess={() => toast.success('The rules were saved.')}
      >
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-sm font-medium">Roles that must have one-time codes</legend>
          {ROLES.map((role) => (
            <label key={role} className="flex min-h-6 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name={role}
                defaultChecked={rules.codesFor.includes(role)}
                className="size-4 accent-accent pointer-coarse:size-5"
              />
              {role}
            </label>
          ))}
          <p className="text-xs text-ink-muted">
            Whoever has none must set them up before doing anything else. Those who sign in with an identity provider
            are not asked: it has rules of its own.
          </p>
        </fieldset>
        <TextField
          label="Confirm batches of this size or more"
          name="proofFrom"
          type="number"
          min={200}
          defaultValue={rules.proofFrom}
          hint="Starting a batch of this many records or connections asks for the password again, unless it was given within ten minutes."
          required
        />
      </FormDialog>
    </>
  )
}
