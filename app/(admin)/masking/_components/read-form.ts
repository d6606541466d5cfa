import type { z } from 'zod'
import { isRole } from '@/lib/auth/permissions'
import { VALUE_CLASSES } from '@/lib/mask/rule'
import type { addRuleInput, ruleEffect } from '@/lib/masking/schema'
import { PROPERTY_TYPES } from '@/lib/property/property-type'

type Target = z.input<typeof addRuleInput>['target']

const textIn = (form: FormData, name: string) => String(form.get(name) ?? '')

/** What the fields of a rule say; whether it can be so is for the verb to say. */
export function targetIn(form: FormData): Target {
  switch (textIn(form, 'kind')) {
    case 'words':
      return { kind: 'words', words: textIn(form, 'words') }
    case 'property':
      return { kind: 'property', entityType: textIn(form, 'entityType'), path: textIn(form, 'path') }
    case 'type':
      return { kind: 'type', type: PROPERTY_TYPES.find((type) => type === form.get('type')) ?? 'PHONE' }
    case 'class':
      return { kind: 'class', of: VALUE_CLASSES.find((of) => of === form.get('of')) ?? 'email' }
    default:
      return { kind: 'key', key: textIn(form, 'key') }
  }
}

export function effectIn(form: FormData): z.input<typeof ruleEffect> {
  if (form.get('shown') !== 'part') return { shown: 'masked' }
  return { shown: 'part', roles: form.getAll('roles').map(String).filter(isRole) }
}
