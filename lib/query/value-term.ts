import { isNotWhole } from '../mask/mask-sign'
import { isSecretPath } from '../mask/secret-keys'
import { parseQuery } from './parse'
import { printPath } from './print'
import { termOfJson } from './term-text'

type Path = readonly (string | number)[]

/**
 * What a filter calls what stands at `path` in the field `field`. Null where a filter could find nothing: behind what is masked, and
 * where the path cannot be written.
 */
export function fieldForPath(field: string, path: Path): string | null {
  if (isSecretPath(path.map(String))) return null
  const steps = path.map((step) =>
    typeof step === 'number' ? { type: 'index' as const, index: step } : { type: 'key' as const, key: step },
  )
  const written = printPath({ steps: [{ type: 'key', key: field }, ...steps] })
  return parseQuery(`${written}:0`).ok ? written : null
}

/**
 * The term that finds what has the same value as a masked document shows at `path` in the field `field`. `source` is the value
 * as the document's text has it. Null where a filter could find nothing: on what is masked, on objects and lists.
 */
export function termForValue(field: string, path: Path, source: string): string | null {
  const written = fieldForPath(field, path)
  return written === null || isNotWhole(source) ? null : termOfJson(written, source)
}
