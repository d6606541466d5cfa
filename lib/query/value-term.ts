import { isNotWhole } from '../mask/mask-sign'
import { isSecretPath } from '../mask/secret-keys'
import type { PathStep } from './ast'
import { termForJson } from './edit'

/**
 * The term that finds what has the same value as a masked document shows at `path` in the field `field`. `source` is the value
 * as the document's text has it. Null where a filter could find nothing: on what is masked, on objects and lists.
 */
export function termForValue(field: string, path: readonly (string | number)[], source: string): string | null {
  if (isSecretPath(path.map(String)) || isNotWhole(source)) return null
  const steps = path.map(
    (step): PathStep => (typeof step === 'number' ? { type: 'index', index: step } : { type: 'key', key: step }),
  )
  return termForJson([{ type: 'key', key: field }, ...steps], source)
}
