import type { Random } from '@/prisma/seed/random'
import { DAY, HOUR } from './active-time'
import {
  bursty,
  daily,
  logUniform,
  monthly,
  type Office,
  office,
  type Process,
  regular,
  slower,
} from './synthetic-processes'

/** How a made-up connection goes on; `zone` in milliseconds ahead of UTC where it follows working days. */
interface Habit {
  process: Process
  zone?: number
}

/** The life of a made-up connection: when its syncs began, in milliseconds since the epoch, and the habit that it has at the end. */
export interface Course extends Habit {
  starts: number[]
  fate: 'any' | 'stops' | 'new'
  /** The first of the starts at which it may be looked at. */
  lookFrom: number
  /** The share of its syncs that create records, where the others only change some; all of them when absent. */
  creates?: number
}

/** Ways in which connections go on, by name. Each call draws another one that begins at the given moment. */
export const courses = {
  regular: (begin, random) => going(anyRegular(random), begin, random),
  bursty: (begin, random) => going(anyBursty(random), begin, random),
  weekdays: (begin, random) => going(anyOffice(random), begin, random),
  monthly: (begin, random) => {
    const process = monthly(random.int(3, 26), random.pick([0, 0, 0.5, 0.7]))
    return course(run(process, begin, begin + random.int(300, 900) * DAY, random), { process })
  },
  dying: (begin, random) => {
    const { starts, process } = going(random.chance(0.5) ? anyRegular(random) : anyBursty(random), begin, random)
    const growth = 1 + 0.15 * random.next()
    const steps = random.int(8, 20)
    for (let step = 1; step <= steps; step += 1)
      starts.push(slower(process, growth ** step)(starts.at(-1) ?? begin, random))
    return { ...course(starts, { process: slower(process, growth ** steps) }), fate: 'stops' }
  },
  new: (begin, random) => {
    const habit = anyOf(random)
    const starts = run(habit.process, begin, begin + 12 * DAY, random)
    return { ...course(starts.slice(0, random.int(1, random.chance(0.5) ? 7 : 300)), habit), fate: 'new' }
  },
  holiday: (begin, random) => onHoliday(going(anyOffice(random), begin, random), random.int(1, 2), random),
  clockChange: (begin, random) => {
    const zone = random.int(-8, 9) * HOUR
    const alike = random.int(1, 1e6).toString()
    const winter = atSomeHour(zone, random.fork(alike))
    const summer = atSomeHour(zone + random.pick([-1, 1]) * HOUR, random.fork(alike))
    const { starts } = going(winter, begin, random)
    const last = starts.at(-1) ?? begin
    const then = run(summer.process, last, last + 12 * DAY, random)
    return course([...starts, ...then], summer, starts.length - 1)
  },
  outage: (begin, random) => {
    const habit = anyOf(random)
    const { starts } = going(habit, begin, random)
    const from = starts[Math.floor(starts.length * (0.2 + 0.4 * random.next()))] ?? begin
    const length = Math.min(logUniform(random, 2 * DAY, 14 * DAY), ((starts.at(-1) ?? 0) - begin) * 0.3)
    const seen = starts.filter((start) => start <= from || start > from + length)
    return course(seen, habit, Math.max(seen.indexOf(from) + 1, lastQuarter(seen)))
  },
  paceChanged: (begin, random) => {
    const pace = logUniform(random, HOUR, 12 * HOUR)
    const change = logUniform(random, 4, 12) ** random.pick([-1, 1])
    const first = run(regular(pace, 0.05, 0.1), begin, begin + 40 * DAY, random)
    const process = regular(pace * change, 0.05, 0.1)
    const last = first.at(-1) ?? begin
    const then = run(process, last, last + Math.max(30 * DAY, 40 * pace * change), random)
    return course([...first, ...then], { process }, first.length + lastQuarter(then))
  },
  updatesOnly: (begin, random) => ({ ...going(anyOf(random), begin, random), creates: random.pick([0, 0.02, 0.1]) }),
} satisfies Record<string, (begin: number, random: Random) => Course>

function course(starts: number[], habit: Habit, lookFrom = lastQuarter(starts)): Course {
  return { ...habit, starts, lookFrom, fate: 'any' }
}

function lastQuarter(starts: readonly number[]): number {
  return Math.floor(starts.length * 0.75)
}

function going(habit: Habit, begin: number, random: Random): Course {
  const perDay = Math.max(run(habit.process, begin, begin + 7 * DAY, random).length / 7, 0.05)
  const days = Math.max(random.int(25, 150), random.int(12, 60) / perDay)
  return course(run(habit.process, begin, begin + days * DAY, random), habit)
}

function run(process: Process, begin: number, end: number, random: Random): number[] {
  const starts: number[] = []
  for (let at = process(begin, random); at <= end; at = process(at, random)) starts.push(at)
  return starts
}

/** The same with so many working days off after one of its last nights. */
function onHoliday(course: Course, days: number, random: Random): Course {
  const { starts, process } = course
  const isEve = (at: number) => (starts[at + 1] ?? 0) - (starts[at] ?? 0) > 12 * HOUR
  const eves = starts.flatMap((_, at) => (at > starts.length * 0.75 && isEve(at) ? [at] : []))
  const eve = eves.length === 0 ? starts.length - 1 : random.pick(eves)
  let resumes = starts[eve] ?? 0
  for (let day = 0; day <= days; day += 1) {
    const before = resumes
    while (resumes - before < 12 * HOUR) resumes = process(resumes, random)
  }
  const seen = [...starts.slice(0, eve + 1), resumes, ...run(process, resumes, resumes + 4 * DAY, random)]
  return { ...course, starts: seen, lookFrom: eve }
}

function anyOf(random: Random): Habit {
  return random.pick([anyRegular, anyBursty, anyOffice])(random)
}

function anyRegular(random: Random): Habit {
  const misses = random.pick([0, 0, 0.1, 0.3])
  return { process: regular(logUniform(random, HOUR / 6, 7 * DAY), 0.1 * random.next(), misses) }
}

function anyBursty(random: Random): Habit {
  const tail = random.pick(['exponential', 'lognormal', 'lomax'] as const)
  return { process: bursty(logUniform(random, HOUR / 3, 2 * DAY), tail, logUniform(random, 0.3, 1.2)) }
}

function hoursIn(zone: number, random: Random): Office {
  const opens = random.int(7, 10) * HOUR
  return { zone, opens, closes: opens + random.int(8, 10) * HOUR, holidays: 0.03 }
}

function anyOffice(random: Random): Habit {
  const hours = hoursIn(random.int(-8, 9) * HOUR, random)
  const isDaily = random.chance(0.25)
  const scale = logUniform(random, HOUR / 6, 4 * HOUR)
  return { process: isDaily ? daily(hours) : office(hours, scale, random.chance(0.4) ? 0.1 : null), zone: hours.zone }
}

/** By the local clock: once a day, on working days or on all, or in office hours. */
function atSomeHour(zone: number, random: Random): Habit {
  const hours = hoursIn(zone, random)
  const opens = random.int(0, 23) * HOUR
  const style = random.pick(['everyDay', 'everyWorkday', 'office'])
  if (style === 'everyDay') return { process: daily({ ...hours, opens, holidays: 0 }) }
  if (style === 'everyWorkday') return { process: daily({ ...hours, opens }), zone }
  return { process: office(hours, logUniform(random, HOUR, 4 * HOUR), random.chance(0.5) ? 0.1 : null), zone }
}
