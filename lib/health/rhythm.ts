import { DAY, HOUR, HOURS_OF_WEEK, hourOfWeek, mod } from './active-time'

/** The hours of the week in which syncs are to be expected. Weekdays are numbered from Monday, 0. */
export interface Rhythm {
  /** 168, in the order of `hourOfWeek`. */
  hours: readonly boolean[]
  /** Weekdays without syncs, ascending. Days begin in the quietest part of the connection's own day, not at midnight UTC. */
  daysOff: readonly number[]
  /** The hours of the day in UTC between which syncs fall; `to` is not included. Null when it is at any. */
  between: { from: number; to: number } | null
}

export const ALWAYS: Rhythm = { hours: Array(HOURS_OF_WEEK).fill(true), daysOff: [], between: null }

/** How unlikely it must be that a stretch of time is empty by chance, before it counts as time off. */
const BY_CHANCE = 0.001
/** A day or an hour with less than this share of what others have is off: someone works late now and then. */
const STRAY = 0.1
/** With fewer days of the week left, it is no working week but something weekly, which gaps describe better. */
const FEWEST_DAYS = 3
const SHORTEST_NIGHT = 6

/**
 * The rhythms that the starts of syncs (milliseconds since the epoch, ascending) bear out: always, on some weekdays only, at some hours
 * only, both.
 */
export function rhythmsOf(starts: readonly number[]): Rhythm[] {
  const hoursOff = findHoursOff(starts)
  const dayStart = middleOfNight(hoursOff)
  const daysOff = findDaysOff(starts, dayStart)
  const some: Rhythm[] = []
  if (daysOff.length > 0) some.push(rhythm([], daysOff, dayStart))
  if (hoursOff.length > 0) some.push(rhythm(hoursOff, [], dayStart))
  if (daysOff.length > 0 && hoursOff.length > 0) some.push(rhythm(hoursOff, daysOff, dayStart))
  return [ALWAYS, ...some]
}

/** Milliseconds of active time that a day of the rhythm has, in which there is any. */
export function activeDay({ hours, daysOff }: Rhythm): number {
  return (hours.filter(Boolean).length * HOUR) / (7 - daysOff.length)
}

function rhythm(hoursOff: readonly number[], daysOff: readonly number[], dayStart: number): Rhythm {
  const hours = Array.from({ length: HOURS_OF_WEEK }, (_, hour) => {
    const day = Math.floor(mod(hour - dayStart, HOURS_OF_WEEK) / 24)
    return !hoursOff.includes(hour % 24) && !daysOff.includes(day)
  })
  const [first, last] = [hoursOff[0], hoursOff.at(-1)]
  const between = first === undefined || last === undefined ? null : { from: mod(last + 1, 24), to: first }
  return { hours, daysOff, between }
}

function findHoursOff(starts: readonly number[]): number[] {
  if ((1 - SHORTEST_NIGHT / 24) ** starts.length > BY_CHANCE) return []
  const counts = Array<number>(24).fill(0)
  for (const start of starts) {
    const hour = hourOfWeek(start) % 24
    counts[hour] = (counts[hour] ?? 0) + 1
  }
  const empty = counts.flatMap((count, hour) => (count <= (STRAY * starts.length) / 24 ? [hour] : []))
  const { from, length } = longestRun(empty)
  return length < SHORTEST_NIGHT ? [] : Array.from({ length }, (_, at) => mod(from + at, 24))
}

/** The hour in UTC, from -11 to 12, in the middle of the hours off, which are one stretch in order; 0 when there is none. */
function middleOfNight(hoursOff: readonly number[]): number {
  const middle = hoursOff[Math.floor(hoursOff.length / 2)] ?? 0
  return middle > 12 ? middle - 24 : middle
}

function longestRun(hours: readonly number[]): { from: number; length: number } {
  const runs = hours.map((from) => {
    let length = 1
    while (length < 24 && hours.includes(mod(from + length, 24))) length += 1
    return { from, length }
  })
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), { from: 0, length: 0 })
}

function findDaysOff(starts: readonly number[], dayStart: number): number[] {
  const days = [...new Set(starts.map((start) => Math.floor((start - dayStart * HOUR) / DAY)))]
  const [first = 0, last = first] = [days[0], days.at(-1)]
  const weekdays = Array.from({ length: 7 }, (_, weekday) => {
    const of = (day: number) => mod(day - 4, 7) === weekday
    const possible = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(of).length
    return { weekday, possible, used: days.filter(of).length }
  })
  const shares = weekdays.map(({ used, possible }) => used / Math.max(1, possible)).sort((a, b) => a - b)
  const usual = Math.min(0.95, shares[3] ?? 0)
  const off = weekdays.filter(({ possible, used }) => used <= STRAY * usual * possible)
  const isByChance = (1 - usual) ** off.reduce((sum, { possible }) => sum + possible, 0) > BY_CHANCE
  return isByChance || 7 - off.length < FEWEST_DAYS ? [] : off.map(({ weekday }) => weekday)
}
