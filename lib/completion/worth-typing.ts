import { maskMessage } from '../mask/mask-message'

/** Values sent at once. */
export const MOST_VALUES = 50
/** Characters beyond which a value is no choice in a list; it can still be pasted. */
const LONGEST = 120

/** Whether a value can be proposed: short, of one line, and with no secret in it that a page would mask. */
export function isWorthTyping(value: string): boolean {
  return value !== '' && value.length <= LONGEST && !/\p{Cc}/u.test(value) && maskMessage(value) === value
}

/** Whether `value` holds what was typed of it, regardless of case. */
export function matches(value: string, typed: string): boolean {
  return value.toLowerCase().includes(typed.toLowerCase())
}
