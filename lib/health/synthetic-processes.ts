import type { Random } from '@/prisma/seed/random'
import { DAY, HOUR, mod } from './active-time'

/** When the sync after the one at `after` begins, drawn anew with every call; milliseconds since the epoch. */
export type Process = (after: number, random: Random) => number

/** A number from a range in which every doubling is as likely as the next. */
export function logUniform(random: Random, from: number, to: number): number {
  return from * (to / from) ** random.next()
}

export function exponential(random: Random): number {
  return -Math.log(1 - random.next())
}

function normal(random: Random): number {
  return Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random.next())
}

/** Every `period`, a little early or late; one in some syncs brings nothing and is not seen. */
export function regular(period: number, jitter: number, misses: number): Process {
  return (after, random) => {
    let periods = 1
    while (random.chance(misses)) periods += 1
    return after + period * Math.max(0.2, periods + jitter * normal(random))
  }
}

/** Gaps of a mean of about `scale` that are now short, now very long: exponential, lognormal, or Lomax, of which the tail is a power. */
export function bursty(scale: number, tail: 'exponential' | 'lognormal' | 'lomax', heaviness: number): Process {
  const gap = (random: Random) => {
    if (tail === 'exponential') return exponential(random)
    if (tail === 'lognormal') return Math.exp(heaviness * normal(random) - heaviness ** 2 / 2)
    const power = 1 / heaviness + 1
    return (power - 1) * ((1 - random.next()) ** (-1 / power) - 1)
  }
  return (after, random) => after + scale * gap(random)
}

export interface Office {
  /** How far local midnight is ahead of UTC, in milliseconds. */
  zone: number
  /** Milliseconds after local midnight. */
  opens: number
  closes: number
  /** The chance that a working day is a holiday. */
  holidays: number
}

/** Gaps of `scale` milliseconds of opening hours, from Monday to Friday; all alike (`jitter` small), or by chance when it is null. */
export function office(hours: Office, scale: number, jitter: number | null): Process {
  return (after, random) => {
    let left = scale * (jitter === null ? exponential(random) : Math.max(0.2, 1 + jitter * normal(random)))
    let day = Math.floor((after + hours.zone) / DAY)
    let from = Math.max(hours.opens, mod(after + hours.zone, DAY))
    while (isWeekend(day) || from + left > hours.closes) {
      left -= isWeekend(day) ? 0 : Math.max(0, hours.closes - from)
      day = nextWorkday(day, hours.holidays, random)
      from = hours.opens
    }
    return day * DAY + from + left - hours.zone
  }
}

/** Once a day about `opens`, by the local clock; from Monday to Friday where there are holidays to be had, else every day. */
export function daily(hours: Office): Process {
  return (after, random) => {
    const today = Math.floor((after + hours.zone) / DAY)
    const day = hours.holidays > 0 ? nextWorkday(today, hours.holidays, random) : today + 1
    return day * DAY + hours.opens - hours.zone + 0.2 * HOUR * normal(random)
  }
}

/** In the first days of a month that are no weekend, one to four times, as invoices are. */
export function monthly(dayOfMonth: number, more: number): Process {
  return (after, random) => {
    const date = new Date(after)
    const into = (date.getUTCDate() - dayOfMonth) * DAY
    if (into >= 0 && into < 2 * DAY && random.chance(more)) return after + logUniform(random, HOUR, DAY)
    const isBefore = date.getUTCDate() < dayOfMonth - 2
    const month = date.getUTCMonth() + (isBefore ? 0 : 1)
    const due = Date.UTC(date.getUTCFullYear(), month, dayOfMonth) / DAY
    const workday = isWeekend(due) ? nextWorkday(due, 0, random) : due
    return workday * DAY + logUniform(random, 6, 18) * HOUR
  }
}

/** The same gaps, so many times as long. */
export function slower(process: Process, factor: number): Process {
  return (after, random) => after + factor * (process(after, random) - after)
}

/** Days are counted from the epoch, a Thursday. */
export function isWeekend(day: number): boolean {
  return mod(day - 4, 7) >= 5
}

/** The same time of day after two working days without anything: until then there may be holidays. */
export function afterTwoHolidays(after: number, zone: number): number {
  let day = Math.floor((after + zone) / DAY)
  for (let workdays = 0; workdays < 3; workdays += isWeekend(day) ? 0 : 1) day += 1
  return day * DAY + mod(after + zone, DAY) - zone
}

function nextWorkday(day: number, holidays: number, random: Random): number {
  let next = day + 1
  while (isWeekend(next) || random.chance(holidays)) next += 1
  return next
}
