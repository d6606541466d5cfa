import { z } from 'zod'
import { ROLES } from '../auth/permissions'
import { DEFAULT_MESSAGES } from '../errors'
import { VALUE_CLASSES } from '../mask/rule'
import { wordsOf } from '../mask/secret-keys'
import { PROPERTY_TYPES } from '../property/property-type'
import { readPath } from '../query/path-text'

/** Rules that there can be: each is asked of every key, and all are read by each request. */
export const MOST_RULES = 100

const invalid = DEFAULT_MESSAGES.INVALID
const text = (missing: string, most: number) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `At most ${most} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'It contains an invisible character.')

export const ruleTarget = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('key'), key: text('Enter a key.', 200) }, invalid),
    z.strictObject(
      {
        kind: z.literal('words'),
        words: text('Enter the words.', 100).refine((words) => wordsOf(words).length > 0, 'Enter at least one word.'),
      },
      invalid,
    ),
    z.strictObject(
      {
        kind: z.literal('property'),
        entityType: text('Enter an entity type.', 200),
        path: text('Enter a property.', 250).refine(
          (path) => pathOf(path) !== null,
          'That is not a path: write it as in a filter, without “data.” and without subscripts.',
        ),
      },
      invalid,
    ),
    z.strictObject(
      { kind: z.literal('type'), type: z.enum(PROPERTY_TYPES, 'There is no such property type.') },
      invalid,
    ),
    z.strictObject({ kind: z.literal('class'), of: z.enum(VALUE_CLASSES, 'There is no such class.') }, invalid),
  ],
  'Choose what is masked.',
)

export const ruleEffect = z.discriminatedUnion(
  'shown',
  [
    z.strictObject({ shown: z.literal('masked') }, invalid),
    z.strictObject(
      {
        shown: z.literal('part'),
        roles: z
          .array(z.enum(ROLES, 'There is no such role.'), 'Choose at least one role.')
          .min(1, 'Choose at least one role.')
          .transform((roles) => ROLES.filter((role) => roles.includes(role))),
      },
      invalid,
    ),
  ],
  'Choose how much is shown.',
)

/** The keys of a path as a rule writes it: `address.city`; null for what is no path, or has subscripts. */
export function pathOf(written: string): string[] | null {
  const steps = readPath(`data.${written}`)?.slice(1)
  if (!steps || steps.length === 0) return null
  const keys = steps.flatMap((step) => (step.type === 'key' ? [step.key] : []))
  return keys.length === steps.length ? keys : null
}

const note = z
  .string()
  .trim()
  .max(300, 'At most 300 characters.')
  .transform((said) => (said === '' ? null : said))

export const addRuleInput = z.strictObject({ target: ruleTarget, effect: ruleEffect, note }, invalid)
export type AddRuleInput = z.output<typeof addRuleInput>

const ruleId = z.uuid('That is not the id of a rule.')
/** `was` is the effect that the person saw: another since then is a conflict. */
export const changeRuleInput = z.strictObject({ id: ruleId, was: ruleEffect, effect: ruleEffect }, invalid)
export type ChangeRuleInput = z.output<typeof changeRuleInput>

export const removeRuleInput = z.strictObject({ id: ruleId }, invalid)
export type RemoveRuleInput = z.output<typeof removeRuleInput>
