'use client'

import { useState } from 'react'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { ROLES } from '@/lib/auth/permissions'
import type { RuleEffect, RuleTarget } from '@/lib/mask/rule'
import { PROPERTY_TYPES } from '@/lib/property/property-type'

const KINDS: Record<RuleTarget['kind'], string> = {
  key: 'A key of this name',
  words: 'Keys with these words',
  property: 'A property of an entity type',
  type: 'Properties of a type',
  class: 'E-mail addresses or phone numbers',
}
const KIND_NAMES = ['key', 'words', 'property', 'type', 'class'] as const

/** What a rule is about. */
export function TargetFields() {
  const [kind, setKind] = useState<RuleTarget['kind']>('key')
  return (
    <>
      <Field label="What is masked">
        {(wiring) => (
          <Select
            name="kind"
            value={kind}
            onChange={({ target }) => setKind(KIND_NAMES.find((name) => name === target.value) ?? 'key')}
            {...wiring}
          >
            {KIND_NAMES.map((name) => (
              <option key={name} value={name}>
                {KINDS[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {kind === 'key' && (
        <TextField label="Key" name="key" hint="In upper or lower case, in data and in sync configurations." />
      )}
      {kind === 'words' && (
        <TextField label="Words" name="words" hint="“of birth” matches dateOfBirth and place_of_birth." />
      )}
      {kind === 'property' && (
        <>
          <TextField label="Entity type" name="entityType" hint="Such as CONTACT." />
          <TextField label="Property" name="path" hint="Its key in data, such as email or address.city." />
        </>
      )}
      {kind === 'type' && (
        <Field label="Property type" hint="Whatever any connection declares as this type, in every record.">
          {(wiring) => (
            <Select name="type" defaultValue="PHONE" {...wiring}>
              {PROPERTY_TYPES.map((type) => (
                <option key={type}>{type}</option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {kind === 'class' && (
        <Field label="Class" hint="Recognised by their form anywhere in a text, and by keys that name them.">
          {(wiring) => (
            <Select name="of" defaultValue="email" {...wiring}>
              <option value="email">E-mail addresses</option>
              <option value="phone">Phone numbers</option>
            </Select>
          )}
        </Field>
      )}
    </>
  )
}

/** What a rule leaves to whom. */
export function EffectFields({ effect }: { effect?: RuleEffect }) {
  const [shown, setShown] = useState<RuleEffect['shown']>(effect?.shown ?? 'masked')
  return (
    <>
      <Field label="What is shown">
        {(wiring) => (
          <Select
            name="shown"
            value={shown}
            onChange={({ target }) => setShown(target.value === 'part' ? 'part' : 'masked')}
            {...wiring}
          >
            <option value="masked">Nothing, to anyone, until it is revealed</option>
            <option value="part">A part, to the roles below; all of it, to others</option>
          </Select>
        )}
      </Field>
      {shown === 'part' && (
        <fieldset className="grid gap-1 text-sm">
          <legend className="font-medium">Shown in part to</legend>
          {ROLES.map((role) => (
            <label key={role} className="flex min-h-6 w-fit items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                name="roles"
                value={role}
                defaultChecked={effect?.shown === 'part' ? effect.roles.includes(role) : role === 'SUPPORT'}
                className="size-4 accent-accent pointer-coarse:size-5"
              />
              {role}
            </label>
          ))}
          <p className="text-xs text-ink-muted">For example a•••@acme.example and ••• 4711.</p>
        </fieldset>
      )}
    </>
  )
}
