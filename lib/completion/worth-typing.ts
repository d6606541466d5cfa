import type { MaskPolicy } from '../mask/policy'

/** Values sent at once. */
export const MOST_VALUES = 50
/** Characters beyond which a value is no choice in a list; it can still be pasted. */
const LONGEST = 120

/** Whether a value can be proposed: short, of one line, and with no secret in it that a page would mask. */
export function isWorthTyping(mask: Pick<MaskPolicy, 'message'>, value: string): boolean {
  return value !== '' && value.length <= LONGEST && !/\p{Cc}/u.test(value) && isPlain(mask, value)
}

/** Whether `value` holds what was typed of it, regardless of case. */
export function matches(value: string, typed: string): boolean {
  return value.toLowerCase().includes(typed.toLowerCase())
}

/** Whether nothing would be masked in a text. */
export function isPlain({ message }: Pick<MaskPolicy, 'message'>, text: string): boolean {
  return message(text) === text
}
