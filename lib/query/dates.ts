import { TZDate } from '@date-fns/tz'
import {
  addDays,
  addHours,
  addMilliseconds,
  addMinutes,
  addMonths,
  addSeconds,
  addWeeks,
  addYears,
  startOfDay,
} from 'date-fns'

/** The moment and the zone in which a person's dates are to be read. */
export interface Clock {
  now: Date
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: string
}

/** The stretch of time that a written date covers: a whole day, a minute, a millisecond. `end` is not part of it. */
export interface DateSpan {
  start: Date
  end: Date
}

// Four-digit years: what ISO 8601, Postgres and the constructors of Date all read alike.
const EARLIEST = new Date('1000-01-01T00:00:00.000Z')
const LATEST = new Date('9999-12-31T23:59:59.999Z')

type Add = (date: TZDate, amount: number) => TZDate

// Calendar steps in the person's zone: a day later is the same time of day, also across a clock change.
const UNITS: Record<string, Add> = {
  s: addSeconds,
  m: addMinutes,
  h: addHours,
  d: addDays,
  w: addWeeks,
  M: addMonths,
  y: addYears,
}

const DAYS: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 }
const RELATIVE = /^(now|today|yesterday|tomorrow)(?:([+-]\d{1,6})([smhdwMy]))?$/
const ABSOLUTE =
  /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/

/** Whether `name` is a zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * Reads `2026`, `2026-01`, `2026-01-31`, `2026-01-31T10:00[:00[.000]]` (with `Z` or an offset, else in the clock's zone),
 * `today`, `yesterday`, `tomorrow` and `now`, the last four with a step such as `-7d` (units s m h d w M y).
 * Null when the text is none of these or names a day that does not exist or begins outside the years 1000…9999.
 */
export function readDate(text: string, clock: Clock): DateSpan | null {
  const span = readRelative(text, clock) ?? readAbsolute(text, clock)
  return span && span.start >= EARLIEST && span.start < LATEST
    ? { start: span.start, end: span.end < LATEST ? span.end : LATEST }
    : null
}

function readRelative(text: string, { now, timeZone }: Clock): DateSpan | null {
  const match = RELATIVE.exec(text)
  if (!match) return null
  const [, base = '', amount = '0', unit = 's'] = match
  const present = new TZDate(now.getTime(), timeZone)
  const step = UNITS[unit] ?? addSeconds
  if (base === 'now') return spanOf(step(present, Number(amount)), addMilliseconds)
  const day = step(addDays(startOfDay(present), DAYS[base] ?? 0), Number(amount))
  return spanOf(day, 'smh'.includes(unit) && match[2] ? addMilliseconds : addDays)
}

function readAbsolute(text: string, { timeZone }: Clock): DateSpan | null {
  const match = ABSOLUTE.exec(text)
  if (!match) return null
  const [, year = '', month, day, hour, minute, second, fraction, offset] = match
  const parts = [year, month ?? '1', day ?? '1', hour ?? '0', minute ?? '0', second ?? '0'].map(Number)
  const milliseconds = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'))
  const start = offset ? atOffset(parts, milliseconds, offset) : inZone(parts, milliseconds, timeZone)
  if (!start) return null
  if (fraction) return spanOf(start, addMilliseconds)
  if (second) return spanOf(start, addSeconds)
  if (minute) return spanOf(start, addMinutes)
  if (day) return spanOf(start, addDays)
  return spanOf(start, month ? addMonths : addYears)
}

function spanOf(start: TZDate, add: Add): DateSpan {
  return { start: new Date(start.getTime()), end: new Date(add(start, 1).getTime()) }
}

function inZone(parts: number[], milliseconds: number, timeZone: string): TZDate | null {
  if (!wallClock(parts, milliseconds)) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  return new TZDate(year, month - 1, day, hour, minute, second, milliseconds, timeZone)
}

function atOffset(parts: number[], milliseconds: number, offset: string): TZDate | null {
  const wall = wallClock(parts, milliseconds)
  if (!wall) return null
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? []
  if (Number(hours) > 15 || Number(minutes) > 59) return null
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return new TZDate(wall.getTime() - shift, 'UTC')
}

/** The parts as if they were UTC; null when they name no moment, such as 31 February or 25:00. */
function wallClock(parts: number[], milliseconds: number): Date | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  if (hour > 23 || minute > 59 || second > 59) return null
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null
}
