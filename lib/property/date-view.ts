import type { PlainView } from './value-view'

const DAY = /^\d{4}-\d\d-\d\d$/
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?(Z|[+-]\d\d(?::?\d\d)?)?$/
/** Seconds or milliseconds since 1970, between 1973 and 5138: what is smaller or larger is some other number. */
const SECONDS = { from: 1e8, to: 1e11 }
const MILLISECONDS = { from: 1e11, to: 1e14 }

/** A day or an instant; a time without a zone is UTC, as for filters. Null for a text or a number that is neither. */
export function dateView(written: string, source: string): PlainView | null {
  if (DAY.test(written)) return isDay(written) ? { kind: 'day', text: written, source } : null
  const moment = /^\d{9,14}$/.test(written) ? fromEpoch(Number(written)) : fromText(written)
  return moment && !Number.isNaN(moment.getTime()) ? { kind: 'instant', text: moment.toISOString(), source } : null
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function fromEpoch(value: number): Date | null {
  if (value >= SECONDS.from && value < SECONDS.to) return new Date(value * 1_000)
  return value >= MILLISECONDS.from && value < MILLISECONDS.to ? new Date(value) : null
}

function fromText(written: string): Date | null {
  const [, day = '', time = '', seconds = ':00', fraction = '', zone = 'Z'] = INSTANT.exec(written) ?? []
  if (!isDay(day)) return null
  const offset = zone === 'Z' ? 'Z' : zone.length === 3 ? `${zone}:00` : zone.replace(/^(...):?(..)$/, '$1:$2')
  return new Date(`${day}T${time}${seconds}${fraction.slice(0, 4)}${offset}`)
}
