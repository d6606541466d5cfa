const formats = new Map<string, Intl.DateTimeFormat>()
const relatives = new Map<string, Intl.RelativeTimeFormat>()

// Building a formatter costs more than a thousand uses of it, so each locale's and zone's is kept.
function formatFor(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone, ...options })
  formats.set(key, made)
  return made
}

/** `23 Nov 2026, 14:05` as the locale writes it, in the zone given. `iso` is an instant in ISO 8601. */
export function formatInstant(iso: string, timeZone: string, locale: string): string {
  return formatFor(locale, timeZone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso))
}

/** `23 Nov 2026` as the locale writes it, in the zone given. */
export function formatDate(iso: string, timeZone: string, locale: string): string {
  return formatFor(locale, timeZone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(iso))
}

/** `23 Nov` as the locale writes it, in the zone given. */
export function formatDay(iso: string, timeZone: string, locale: string): string {
  return formatFor(locale, timeZone, { day: 'numeric', month: 'short' }).format(new Date(iso))
}

/** The zone's short name at that instant, as `CET` or `GMT+9`. */
export function zoneName(iso: string, timeZone: string, locale: string): string {
  const parts = formatFor(locale, timeZone, { timeZoneName: 'short', year: 'numeric' }).formatToParts(new Date(iso))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** `2026-11-23 14:05:09.123 UTC`: the stored value, to the millisecond, the same in every locale. */
export function formatExactUtc(iso: string): string {
  return `${new Date(iso).toISOString().replace('T', ' ').replace('Z', '')} UTC`
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

function relativeFor(locale: string): Intl.RelativeTimeFormat {
  const known = relatives.get(locale)
  if (known) return known
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  relatives.set(locale, made)
  return made
}

/** `3 hours ago` in the locale's language, counted from `now` (milliseconds since the epoch), rounded towards now. */
export function formatRelative(iso: string, now: number, locale: string): string {
  const seconds = (new Date(iso).getTime() - now) / 1_000
  const relative = relativeFor(locale)
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit)
  }
  return relative.format(0, 'second')
}
