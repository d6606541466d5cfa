export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY
export const HOURS_OF_WEEK = 168

/** A Monday, 00:00 UTC: the epoch itself was a Thursday. */
const MONDAY = 4 * DAY

/** The hour of the week in UTC, 0 being Monday from 00:00 to 01:00, and whatever came before the epoch too. */
export function hourOfWeek(time: number): number {
  return Math.floor(mod(time - MONDAY, WEEK) / HOUR)
}

export function mod(value: number, by: number): number {
  return ((value % by) + by) % by
}

export interface ActiveClock {
  /** Milliseconds of active time from one moment to a later one. */
  between: (from: number, to: number) => number
  /** The first moment at which so much active time (milliseconds, above 0) has passed since `from`. */
  after: (from: number, active: number) => number
}

/**
 * A clock that runs only in some hours of the week, so that a weekend is no silence where nobody works on weekends. `hours` are 168 in
 * the order of `hourOfWeek`, at least one of them true. This is the time rescaling of point processes, by a rate that is nothing or one
 * (Brown et al., The time-rescaling theorem, Neural Computation 14, 2002).
 */
export function activeClock(hours: readonly boolean[]): ActiveClock {
  const before = [0]
  for (const active of hours) before.push((before.at(-1) ?? 0) + (active ? HOUR : 0))
  const perWeek = before.at(-1) ?? 0

  const reading = (time: number) => {
    const weeks = Math.floor((time - MONDAY) / WEEK)
    const rest = time - MONDAY - weeks * WEEK
    const hour = Math.floor(rest / HOUR)
    return weeks * perWeek + (before[hour] ?? 0) + (hours[hour] ? rest - hour * HOUR : 0)
  }

  return {
    between: (from, to) => reading(to) - reading(from),
    after: (from, active) => {
      const target = reading(from) + active
      const weeks = Math.ceil(target / perWeek) - 1
      const rest = target - weeks * perWeek
      const hour = before.findIndex((_, at) => (before[at + 1] ?? Number.POSITIVE_INFINITY) >= rest)
      return MONDAY + weeks * WEEK + hour * HOUR + rest - (before[hour] ?? 0)
    },
  }
}
