import { type ExactJson, printExact } from '../json/exact-json'
import { withValue } from '../json/merge'
import { maskJson } from './mask-json'
import { MASK } from './mask-message'

const NOTHING: ExactJson = { kind: 'object', members: new Map() }

/** Whether the mask would take something from the value that stands at this path: by a key on the way, within it, or by its form. */
export function isMaskedAt(path: readonly string[], value: ExactJson | null): boolean {
  return value !== null && maskJson(printExact(withValue(NOTHING, path, value))).count > 0
}

/** Whether the sign that stands for masked values is in it: such a value was not seen whole, or would be written for what it hides. */
export function holdsMask(value: ExactJson | null): boolean {
  return value !== null && printExact(value).includes(MASK)
}
