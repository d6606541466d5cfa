import { DAY, HOUR } from './active-time'
import type { Cadence, Silence } from './cadence'
import { activeDay, type Rhythm } from './rhythm'

const UNITS = [
  { name: 'month', length: 30.4375 * DAY, from: 60 * DAY },
  { name: 'week', length: 7 * DAY, from: 21 * DAY },
  { name: 'day', length: DAY, from: 36 * HOUR },
  { name: 'hour', length: HOUR, from: 50 * 60_000 },
  { name: 'minute', length: 60_000, from: 0 },
]
const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']
/** Where usual gaps are so much longer than typical ones, both are told. */
const UNEVEN = 4

/** The habit and the silence as one English sentence, such as `Usually something every 2 hours on weekdays; nothing for 3 days.` */
export function cadenceSentence(cadence: Cadence, { quiet, silentFor }: Silence): string {
  const { rhythm, typical, usual, confidence } = cadence
  const pauses = usual > UNEVEN * typical ? `, with pauses of up to ${durationWords(plain(usual, rhythm))},` : ''
  const habit = `something ${everyWords(plain(typical, rhythm))}${rhythmWords(rhythm)}${pauses}`.replace(/,$/, '')
  const silence = quiet ? `nothing for ${durationWords(silentFor)}` : lastWords(silentFor)
  return `${confidence === 'low' ? 'So far' : 'Usually'} ${habit}; ${silence}.`
}

/** A duration in milliseconds as `3 days`: whole numbers of the largest unit that says enough, at least a minute. */
export function durationWords(duration: number): string {
  const { count, name } = inUnits(duration)
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

function everyWords(duration: number): string {
  const { count, name } = inUnits(duration)
  return count === 1 ? `every ${name}` : `every ${count} ${name}s`
}

function inUnits(duration: number): { count: number; name: string } {
  // What is one of a unit but for a little is called one: a day rather than 24 hours, a week rather than 7 days.
  const one = UNITS.find(({ length }) => Math.abs(duration / length - 1) < 0.04)
  const unit = one ?? UNITS.find(({ from }) => duration >= from) ?? { name: 'minute', length: 60_000 }
  return { count: Math.max(1, Math.round(duration / unit.length)), name: unit.name }
}

/** Active time of a day or more as days of the calendar: ten active hours can be one. */
function plain(active: number, rhythm: Rhythm): number {
  const days = active / activeDay(rhythm)
  return days > 0.75 ? days * DAY : active
}

function rhythmWords({ daysOff, between }: Rhythm): string {
  const off = daysOff.map((day) => WEEKDAYS[day] ?? '')
  const days =
    off.join() === 'Saturdays,Sundays' ? ' on weekdays' : off.length > 0 ? ` except on ${off.join(' and ')}` : ''
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  return days + (between ? ` between ${clock(between.from)} and ${clock(between.to)} UTC` : '')
}

function lastWords(silentFor: number): string {
  return silentFor < 60_000 ? 'the last just now' : `the last ${durationWords(silentFor)} ago`
}
