'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Plate, Specimens } from './plate'

export function Forms() {
  return (
    <Plate title="Fields">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField label="Email" name="email" placeholder="ada@example.com" />
        <TextField label="Email" name="filled" defaultValue="ada@example.com" hint="Where they are written to." />
        <TextField label="Password" name="wrong" defaultValue="short" error="At least 12 characters." />
        <TextField label="Not to be changed" name="disabled" defaultValue="cmwsk6n3xz83e6pz" disabled />
        <Field label="Role" hint="May browse, search, open and copy.">
          {(wiring) => (
            <Select {...wiring} defaultValue="SUPPORT">
              <option>SUPPORT</option>
              <option>OPERATOR</option>
            </Select>
          )}
        </Field>
        <Field label="Role" error="Choose a role.">
          {(wiring) => (
            <Select {...wiring}>
              <option>None</option>
            </Select>
          )}
        </Field>
      </div>
      <Specimens of="Checkboxes">
        <Checkbox label="Not chosen" />
        <Checkbox label="Chosen" defaultChecked />
        <Checkbox label="Some of them" indeterminate />
        <Checkbox label="Not to be changed" disabled />
      </Specimens>
    </Plate>
  )
}
