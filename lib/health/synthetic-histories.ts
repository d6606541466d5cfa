import { type Random, randomFrom } from '@/prisma/seed/random'
import { DAY, HOUR } from './active-time'
import { SHORTEST_ALARM } from './cadence'
import { quantile } from './gap-tail'
import { type Course, courses } from './synthetic-courses'
import { afterTwoHolidays, logUniform } from './synthetic-processes'

export type HistoryKind = keyof typeof courses

/** What is seen of a made-up connection, and what is true of it. Times are milliseconds since the epoch, durations milliseconds. */
export interface History {
  kind: HistoryKind
  /** As a caller of `learnCadence` reads them: the first of each hour, at most the latest 500, ascending. */
  times: readonly number[]
  lastSeen: number
  /** The same without the syncs that Mastra writes down, by the creation of records alone. */
  byRecords: { times: readonly number[]; lastSeen: number }
  now: number
  truth: 'quiet' | 'fine' | 'unknown'
  /** The typical gap at the end, and the silence after which it could be known to have stopped; both 0 for one that goes on. */
  habit: number
  decidableAfter: number
}

const LATEST = 500
/** Milliseconds between two looks of the watch. */
const LOOK = 60_000
const DRAWS = 2_000
const BEGINS = Date.UTC(2026, 0, 5)
/** One in so many connections has stopped. */
const STOPPED = 0.25
/** Silences of stopped connections, in multiples of the one after which it could be known; every doubling as likely. */
const SILENCES = { from: 2, to: 20 }

/**
 * Made-up histories, `perKind` of each kind, the same for the same seed. The truth is that of the process that made them.
 *
 * One that goes on is `fine`, however long its silence. Half of those are looked at in the worst moment of their last quarter, just
 * before its longest gap ended, the others at any.
 *
 * One that stopped could be known to have stopped once all of this has passed: the time within which the process would have synced with
 * 99.9 %, that within which it would have synced three times with 50 % (both from 2,000 draws of its future), two holidays in a row where
 * it follows working days, and three hours. It is `quiet` from twice that silence on. Between, one sees less than the process could tell:
 * such histories are not made, and the delay of the alarm, which is measured from the stop, tells how far into that zone it comes.
 *
 * Of the kind `new` too little is seen: it is `unknown`, and an alarm is a false one. One in four of the others has stopped, of `dying` all.
 */
export function syntheticHistories(seed: number, perKind: number): History[] {
  return (Object.keys(courses) as HistoryKind[]).flatMap((kind) =>
    Array.from({ length: perKind }, (_, at) => historyOf(kind, randomFrom(`quiet/${seed}/${kind}/${at}`))),
  )
}

function historyOf(kind: HistoryKind, random: Random): History {
  const begin = BEGINS + Math.floor(random.next() * 365 * DAY)
  const course = courses[kind](begin, random)
  if (course.fate === 'new')
    return lookedAt(kind, course, (course.starts.at(-1) ?? begin) + random.next() * 30 * DAY, random)
  const stops = course.fate === 'stops' || random.chance(STOPPED)
  return stops ? stopped(kind, course, random) : living(kind, course, random)
}

function living(kind: HistoryKind, course: Course, random: Random): History {
  const { starts, lookFrom } = course
  const gaps = starts.map((start, at) => (at < lookFrom ? 0 : (starts[at + 1] ?? start) - start))
  const worst = gaps.indexOf(Math.max(...gaps))
  const [begin = 0, end = 0] = random.chance(0.5)
    ? [(starts[worst + 1] ?? 0) - 60_000]
    : [starts[lookFrom], starts.at(-1)]
  const now = end === 0 ? begin : begin + random.next() * (end - begin)
  return { ...lookedAt(kind, course, now, random), truth: 'fine' }
}

function stopped(kind: HistoryKind, course: Course, random: Random): History {
  const { starts, fate, lookFrom } = course
  const seen = fate === 'stops' ? starts : starts.slice(0, random.int(lookFrom + 1, starts.length))
  const { habit, decidableAfter } = silenceOf(course, seen.at(-1) ?? 0, random)
  const now = (seen.at(-1) ?? 0) + decidableAfter * logUniform(random, SILENCES.from, SILENCES.to)
  return { ...lookedAt(kind, { ...course, starts: seen }, now, random), truth: 'quiet', habit, decidableAfter }
}

function silenceOf({ process, zone }: Course, last: number, random: Random): { habit: number; decidableAfter: number } {
  const draws = Array.from({ length: DRAWS }, () => {
    const next = process(last, random)
    return { first: next - last, third: process(process(next, random), random) - last }
  })
  const ascending = (pick: keyof (typeof draws)[number]) => draws.map((draw) => draw[pick]).sort((a, b) => a - b)
  const [first, third] = [ascending('first'), ascending('third')]
  const holidays = zone === undefined ? 0 : afterTwoHolidays(last, zone) - last
  const decidableAfter = Math.max(quantile(first, 0.999), quantile(third, 0.5), holidays, SHORTEST_ALARM)
  return { habit: quantile(third, 0.5) / 3, decidableAfter }
}

/**
 * What is known of it at that moment: many records at each sync that creates some, of which the first of every hour is enough, and
 * where not every sync does, the looks of the watch that found another `lastSyncId`.
 */
function lookedAt(kind: HistoryKind, { starts, creates }: Course, now: number, random: Random): History {
  const creating = creates === undefined ? starts : starts.filter(() => random.chance(creates))
  const records = creating.flatMap((start) =>
    Array.from({ length: Math.ceil(logUniform(random, 0.5, 20)) }, (_, at) =>
      Math.floor(start + at * logUniform(random, 50, 20_000)),
    ),
  )
  const noticed = creates === undefined ? [] : starts.map((start) => Math.ceil(start / LOOK) * LOOK)
  const known = seenOf([...records, ...noticed], now)
  return { kind, ...known, byRecords: seenOf(records, now), now, truth: 'unknown', habit: 0, decidableAfter: 0 }
}

function seenOf(moments: readonly number[], now: number): { times: readonly number[]; lastSeen: number } {
  const seen = moments.filter((time) => time <= now).sort((a, b) => a - b)
  const hourly = seen.filter((time, at) => Math.floor(time / HOUR) !== Math.floor((seen[at - 1] ?? 0) / HOUR))
  return { times: hourly.slice(-LATEST), lastSeen: seen.at(-1) ?? now }
}
