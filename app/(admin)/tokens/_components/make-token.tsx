'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Choice } from '@/app/(admin)/notices/_components/choice'
import { FormDialog } from '@/components/form-dialog'
import { Button } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import type { TokenScope } from '@/lib/auth/permissions'
import { makeTokenAction } from '../actions'
import { type NewToken, TokenDialog } from './token-dialog'
import { LIFETIMES, SCOPE_WORDS } from './token-words'

/** Makes a token of what the person may do themselves, and shows it once. */
export function MakeToken({ scopes }: { scopes: readonly TokenScope[] }) {
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<NewToken>()

  const make = async (form: FormData, key: string) => {
    const chosen = scopes.filter((scope) => form.get(scope) !== null)
    const result = await makeTokenAction(
      { name: String(form.get('name')), scopes: chosen, days: Number(form.get('days')) },
      key,
    )
    if (result.ok) setMade({ ...result.value, scopes: chosen })
    return result
  }

  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Make token
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Make token"
        description="It can only read, and only what you choose here and your role allows."
        submit="Make token"
        action={make}
        onSuccess={() => undefined}
      >
        <TextField
          label="Name"
          name="name"
          hint="What it is for. The audit trail names it with every export."
          maxLength={80}
          autoComplete="off"
          required
        />
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-sm font-medium">It may</legend>
          {scopes.map((scope) => (
            <Choice
              key={scope}
              name={scope}
              label={SCOPE_WORDS[scope]}
              hint={<code className="font-mono">{scope}</code>}
            />
          ))}
        </fieldset>
        <Field label="It expires after">
          {(wiring) => (
            <Select name="days" defaultValue="90" {...wiring}>
              {LIFETIMES.map(({ days, label }) => (
                <option key={days} value={days}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </FormDialog>
      <TokenDialog made={made} onClose={() => setMade(undefined)} />
    </>
  )
}
