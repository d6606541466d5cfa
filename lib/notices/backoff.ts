const SECOND = 1_000
const FIRST = 10 * SECOND
const FACTOR = 3
const LONGEST = 4 * 60 * 60 * SECOND
/** How much a wait may be longer or shorter, so that what failed together is not tried again together. */
const JITTER = 0.2

/** Milliseconds after which a message that was not accepted is given up. */
export const GIVEN_UP_AFTER = 24 * 60 * 60 * SECOND

/**
 * When a message is tried again whose try number `tries` has failed: after 10 seconds, 30, 90 and so on up to four hours; null when that
 * would be later than a day after it was first due. `random` is from 0 to 1.
 */
export function nextTry(
  tries: number,
  { dueSince, now, random }: { dueSince: Date; now: Date; random: number },
): Date | null {
  const wait = Math.min(FIRST * FACTOR ** (tries - 1), LONGEST) * (1 + JITTER * (2 * random - 1))
  const at = now.getTime() + wait
  return at > dueSince.getTime() + GIVEN_UP_AFTER ? null : new Date(at)
}
