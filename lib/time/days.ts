import { TZDate } from '@date-fns/tz'
import { startOfDay } from 'date-fns'
import type { Clock } from '../query/dates'

/**
 * The moments at which the last `count` days began in the clock's zone, today being the last of them, in ascending order.
 * Days are those of the calendar: across a clock change one has 23 or 25 hours.
 */
export function lastDays({ now, timeZone }: Clock, count: number): Date[] {
  const days: Date[] = []
  let moment = now.getTime()
  while (days.length < count) {
    const start = startOfDay(new TZDate(moment, timeZone)).getTime()
    days.unshift(new Date(start))
    // The day before is that of the moment before: a calendar may have left one out, as Samoa's did the 30th of December 2011.
    moment = start - 1
  }
  return days
}
