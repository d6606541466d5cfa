'use client'

import { formatBytes } from '@/lib/format-bytes'
import { formatDigits } from '@/lib/format-number'
import type { PlainView } from '@/lib/property/value-view'
import { formatDate, formatExactUtc, formatInstant, zoneName } from '@/lib/time/format'
import { foreignLang } from '@/lib/time/locale'
import { useLocale } from '../locale'

// The browser may carry newer data of its locales than the server; what the server wrote stays: suppressHydrationWarning.

/** A quantity as the viewer's locale writes it, every digit of it. */
export function NumberValue({ view }: { view: Extract<PlainView, { kind: 'number' }> }) {
  const locale = useLocale()
  return (
    <span lang={foreignLang(locale)} title={view.text} suppressHydrationWarning>
      {formatDigits(locale, view.text, view)}
    </span>
  )
}

/** A day as it is, or an instant in the viewer's zone with the exact UTC on hover. */
export function TimeValue({
  view,
  timeZone,
}: {
  view: Extract<PlainView, { kind: 'day' | 'instant' }>
  timeZone: string
}) {
  const locale = useLocale()
  const isDay = view.kind === 'day'
  const shown = isDay ? formatDate(view.text, 'UTC', locale) : formatInstant(view.text, timeZone, locale)
  const title = isDay ? view.text : `${shown} ${zoneName(view.text, timeZone, locale)} · ${formatExactUtc(view.text)}`
  return (
    <time dateTime={view.text} title={title} lang={foreignLang(locale)} dir="auto" suppressHydrationWarning>
      {shown}
    </time>
  )
}

/** Stands for a value that was not read, since a page of such values would be too much. */
export function LargeValue({ bytes, what }: { bytes: number; what: string }) {
  const locale = useLocale()
  return (
    <span className="text-ink-muted" suppressHydrationWarning>
      Large {what}, {formatBytes(locale, bytes)}
    </span>
  )
}
