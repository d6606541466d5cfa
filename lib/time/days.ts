import { TZDate } from '@date-fns/tz'
import { addDays, startOfDay } from 'date-fns'
import type { Clock } from '../query/dates'

/**
 * The moments at which the last `count` days began in the clock's zone, today being the last of them, in ascending order.
 * Days are those of the calendar: across a clock change one has 23 or 25 hours.
 */
export function lastDays({ now, timeZone }: Clock, count: number): Date[] {
  const today = startOfDay(new TZDate(now.getTime(), timeZone))
  return Array.from({ length: count }, (_, at) => new Date(startOfDay(addDays(today, at + 1 - count)).getTime()))
}
