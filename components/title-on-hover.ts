import type { PointerEvent } from 'react'

/** Gives what is cut with an ellipsis its whole text as a title once a pointer comes, so that a page of long values does not carry each twice. */
export function titleOnHover({ currentTarget }: PointerEvent<HTMLElement>): void {
  currentTarget.title = currentTarget.textContent ?? ''
}
