import { type ExactJson, printExact } from '../json/exact-json'
import { isNotWhole } from './mask-sign'

/** Whether a sign that stands for what is not shown is in it: such a value was not seen whole, or would be written for what it hides. */
export function holdsMask(value: ExactJson | null): boolean {
  return value !== null && isNotWhole(printExact(value))
}
