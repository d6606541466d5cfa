const formats = new Map<string, Intl.DateTimeFormat>()

// Building a formatter costs more than a thousand uses of it, so each zone's is kept.
function formatFor(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
  formats.set(key, made)
  return made
}

/** `23 Nov 2026, 14:05` in the zone given. `iso` is an instant in ISO 8601. */
export function formatInstant(iso: string, timeZone: string): string {
  return formatFor(timeZone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso))
}

/** The zone's short name at that instant, as `CET` or `GMT+9`. */
export function zoneName(iso: string, timeZone: string): string {
  const parts = formatFor(timeZone, { timeZoneName: 'short', year: 'numeric' }).formatToParts(new Date(iso))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** `2026-11-23 14:05:09.123 UTC`: the stored value, to the millisecond. */
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

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** `3 hours ago`, counted from `now` (milliseconds since the epoch), rounded towards now. */
export function formatRelative(iso: string, now: number): string {
  const seconds = (new Date(iso).getTime() - now) / 1_000
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit)
  }
  return 'just now'
}
