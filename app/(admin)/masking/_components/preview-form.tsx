'use client'

import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { ROLES, type Role } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'

/** Which record is looked at, and as whom; the answer has an address. */
export function PreviewForm({ record, role }: { record: string; role: Role }) {
  return (
    <Form action={routes.masking()} className="flex flex-wrap items-end gap-2">
      <div className="min-w-[min(100%,16rem)] flex-1">
        <TextField
          key={record}
          label="Id or external id of a record"
          name="record"
          defaultValue={record}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
      </div>
      <Field label="As it is shown to">
        {(wiring) => (
          <Select key={role} name="as" defaultValue={role} {...wiring}>
            {ROLES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit">Preview</Button>
    </Form>
  )
}
