/** Name of the cookie in which the browser tells its IANA time zone, so that the server renders what the browser would. */
export const ZONE_COOKIE = 'tz'

/** Whether this is a zone that `Intl` knows: the cookie is whatever the browser sends. */
export function isTimeZone(value: string): boolean {
  if (value.length > 64) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
