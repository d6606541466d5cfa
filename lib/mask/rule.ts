import type { Role } from '../auth/permissions'
import type { PropertyType } from '../property/property-type'

/** What is known by its form, and by keys that name it. */
export const VALUE_CLASSES = ['email', 'phone'] as const
export type ValueClass = (typeof VALUE_CLASSES)[number]

/** What a rule is about. */
export type RuleTarget =
  /** A key of exactly this name, in whatever document and in any case. */
  | { kind: 'key'; key: string }
  /** Keys that have these words in them, one behind the other: `of birth` means `dateOfBirth` and `place_of_birth`. */
  | { kind: 'words'; words: string }
  /** A value in the data of records of one entity type, by its path as filters write it without `data.`; type in any case. */
  | { kind: 'property'; entityType: string; path: string }
  /** Whatever any connection declares as being of this type, in the data of every record. */
  | { kind: 'type'; type: PropertyType }
  /** Values that are, or have in them, an e-mail address or a telephone number, and those under a key that says so. */
  | { kind: 'class'; of: ValueClass }

export const RULE_KINDS = ['key', 'words', 'property', 'type', 'class'] as const satisfies readonly RuleTarget['kind'][]

/** Masked for everyone until someone reveals the value; or shown in part to these roles, and whole to the others. */
export type RuleEffect = { shown: 'masked' } | { shown: 'part'; roles: readonly Role[] }

export interface MaskRule {
  id: string
  target: RuleTarget
  effect: RuleEffect
}
