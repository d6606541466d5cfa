import { formatExactUtc, formatInstant, formatRelative, zoneName } from '@/lib/time/format'

interface RelativeTimeProps {
  /** An instant in ISO 8601. */
  iso: string
  /** The viewer's IANA zone. */
  timeZone: string
  /** Milliseconds since the epoch that "ago" is counted from; without it the time is shown in full. */
  now?: number
}

/** A time in the viewer's zone, the zone named, with the stored UTC to the millisecond on hover. */
export function RelativeTime({ iso, timeZone, now }: RelativeTimeProps) {
  const full = `${formatInstant(iso, timeZone)} ${zoneName(iso, timeZone)}`
  const exact = formatExactUtc(iso)
  return (
    <time dateTime={iso} title={now === undefined ? exact : `${full} · ${exact}`} className="whitespace-nowrap">
      {now === undefined ? full : formatRelative(iso, now)}
    </time>
  )
}
