'use client'

import { formatExactUtc, formatInstant, formatRelative, zoneName } from '@/lib/time/format'
import { foreignLang } from '@/lib/time/locale'
import { useLocale } from './locale'

interface RelativeTimeProps {
  /** An instant in ISO 8601. */
  iso: string
  /** The viewer's IANA zone. */
  timeZone: string
  /** Milliseconds since the epoch that "ago" is counted from; without it the time is shown in full. */
  now?: number
}

/** A time in the viewer's locale and zone, the zone named, with the stored UTC to the millisecond on hover. */
export function RelativeTime({ iso, timeZone, now }: RelativeTimeProps) {
  const locale = useLocale()
  const full = `${formatInstant(iso, timeZone, locale)} ${zoneName(iso, timeZone, locale)}`
  const exact = formatExactUtc(iso)
  return (
    // The browser may carry newer data of its locales than the server; what the server wrote stays.
    <time
      dateTime={iso}
      title={now === undefined ? exact : `${full} · ${exact}`}
      lang={foreignLang(locale)}
      dir="auto"
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {now === undefined ? full : formatRelative(iso, now, locale)}
    </time>
  )
}
