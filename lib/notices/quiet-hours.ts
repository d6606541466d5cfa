import type { QuietHours } from './schema'

/** Monday first, as `Intl` names them in English. */
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/**
 * Whether `now` lies in the quiet hours, by what a clock on a wall in their zone shows. So a night whose clock is changed is quiet until the
 * clock shows the end, however long that takes, and an hour that occurs twice is quiet twice.
 */
export function isQuiet(hours: QuietHours | null, now: Date): boolean {
  if (!hours) return false
  const { day, time } = wallClock(now, hours.timeZone)
  const beganToday = hours.days.includes(day) && time >= hours.from
  // The same time twice means a whole day.
  if (hours.from < hours.to) return beganToday && time < hours.to
  const beganYesterday = hours.days.includes(day === 1 ? 7 : day - 1) && time < hours.to
  return beganToday || beganYesterday
}

/** Made once for each zone, since that is dear. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function wallClock(now: Date, timeZone: string): { day: number; time: string } {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    clocks.set(timeZone, clock)
  }
  const parts = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, value]))
  return { day: DAYS.indexOf(parts.weekday ?? '') + 1, time: `${parts.hour}:${parts.minute}` }
}
