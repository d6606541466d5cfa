import { activeClock, DAY, HOUR } from './active-time'
import { quantile, tailBound, withoutOutage } from './gap-tail'
import { ALWAYS, activeDay, type Rhythm, rhythmsOf } from './rhythm'
import { syncStarts } from './sessions'

/**
 * How often a connection that goes on as ever may be called quiet: once in ten years. That is the aim; made-up histories walked through
 * gap by gap come to 0.15 a year where they are regular, to 0.3 where gaps are by chance and their tail heavy, and to less elsewhere.
 */
export const FALSE_ALARMS_PER_YEAR = 0.1

/** Nobody is told of less than this: a restart or an upgrade takes as long. */
export const SHORTEST_ALARM = 3 * HOUR

const FEWEST_SYNCS = 8
/** Two weekends have to be seen before a weekend can be told from a silence. */
const SHORTEST_SPAN = 14 * DAY
/** What is learned is the recent habit: so many gaps or so many days, whichever reaches further back. */
const RECENT_GAPS = 60
const RECENT_SPAN = 56 * DAY
const MISSED = 2.5
const BEYOND_LONGEST = 1.5
/** A rhythm of working hours has to make gaps that much more alike, by their coefficient of variation, than the plain clock. */
const MORE_ALIKE = 0.8
/** Working days in a row on which nobody works, as over Easter. */
const HOLIDAYS = 2

/** What is known of how often a connection syncs. Durations are milliseconds of the active time of its rhythm. */
export interface Cadence {
  syncs: number
  rhythm: Rhythm
  /** The median from one sync to the next. */
  typical: number
  /** 95 in 100 gaps are no longer. */
  usual: number
  /** The longest ever seen, former outages included. */
  longest: number
  /** A silence longer than this is beyond the habit. */
  tolerated: number
  confidence: 'low' | 'fair' | 'high'
}

/** Durations are milliseconds of plain time. */
export interface Silence {
  quiet: boolean
  silentFor: number
  /** By when something should have come, counted from what was seen last. */
  expectedWithin: number
}

/**
 * Learns a connection's habit from moments of activity, in milliseconds since the epoch and any order. Meant for at most 500 of them:
 * the first of each hour is enough, and then they reach back at least twenty days. Null while too little is known, with fewer than eight
 * syncs or two weeks: then there is no alarm either.
 *
 * Tolerated is the greatest of: the gap that this connection exceeds with the chance that `FALSE_ALARMS_PER_YEAR` leaves to one of its
 * gaps (`tailBound`); two and a half typical gaps; one and a half times the longest but for a former outage; and, where it
 * follows working hours or weekdays, two holidays on top of two usual gaps. Weekday and hour are those of UTC.
 */
export function learnCadence(times: readonly number[]): Cadence | null {
  const all = syncStarts(times)
  const starts = recent(all)
  const [first = 0, last = 0] = [starts[0], starts.at(-1)]
  if (starts.length < FEWEST_SYNCS || last - first < SHORTEST_SPAN) return null
  const { rhythm, gaps } = mostAlike(starts)
  const habit = withoutOutage(withoutHolidays(gaps, rhythm))
  const [typical, usual] = [quantile(habit, 0.5), quantile(habit, 0.95)]
  const perYear = (gaps.length / (last - first)) * 365 * DAY
  const tolerated = Math.max(
    tailBound(habit, Math.min(0.01, FALSE_ALARMS_PER_YEAR / perYear)),
    MISSED * typical,
    BEYOND_LONGEST * quantile(habit, 1),
    rhythm === ALWAYS ? 0 : HOLIDAYS * activeDay(rhythm) + 2 * usual,
    SHORTEST_ALARM,
  )
  const confidence = gaps.length < 15 ? 'low' : gaps.length < 40 ? 'fair' : 'high'
  return { syncs: starts.length, rhythm, typical, usual, longest: quantile(gaps, 1), tolerated, confidence }
}

/**
 * Whether the time since `lastSeen` is beyond the habit; both are milliseconds since the epoch. The longer a silence lasts the more it
 * is one: it never stops being quiet, whatever day it is, because active time only grows.
 */
export function judgeSilence(cadence: Cadence, lastSeen: number, now: number): Silence {
  const silentFor = Math.max(0, now - lastSeen)
  const expectedWithin = activeClock(cadence.rhythm.hours).after(lastSeen, cadence.tolerated) - lastSeen
  return { quiet: silentFor > expectedWithin, silentFor, expectedWithin }
}

/** Working days on which nothing came, where most have several syncs, are no part of the habit. */
function withoutHolidays(gaps: readonly number[], rhythm: Rhythm): readonly number[] {
  const day = activeDay(rhythm)
  if (rhythm.between === null || quantile(gaps, 0.95) > day / 2) return gaps
  return gaps
    .map((gap) => (gap > day ? gap % day : gap))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b)
}

function recent(starts: readonly number[]): readonly number[] {
  const since = (starts.at(-1) ?? 0) - RECENT_SPAN
  const at = starts.findIndex((start) => start >= since)
  return starts.slice(Math.max(0, Math.min(at, starts.length - 1 - RECENT_GAPS)))
}

/** The rhythm in which the gaps are most alike, with those gaps, ascending. A gap all of whose time is off tells nothing. */
function mostAlike(starts: readonly number[]): { rhythm: Rhythm; gaps: readonly number[] } {
  const [plain, ...others] = rhythmsOf(starts).map((rhythm) => {
    const { between } = activeClock(rhythm.hours)
    const gaps = starts.slice(1).map((start, at) => between(starts[at] ?? start, start))
    const ascending = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)
    return { rhythm, gaps: ascending, spread: variation(withoutOutage(ascending)) }
  })
  if (!plain) return { rhythm: ALWAYS, gaps: [] }
  return others
    .filter(({ spread }) => spread < MORE_ALIKE * plain.spread)
    .reduce((best, other) => (other.spread < best.spread ? other : best), plain)
}

function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) / mean
}
