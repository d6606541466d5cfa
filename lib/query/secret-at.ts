import { isSecretPath } from '../mask/secret-keys'
import type { FieldDefinition } from './fields'

/** Whether a filter must not give away by trial what stands at `keys` in the field's documents: by what the field says, else by the keys themselves. */
export function isSecretAt(field: FieldDefinition, keys: string[]): boolean {
  return (field.isSecretPath ?? isSecretPath)(keys)
}
