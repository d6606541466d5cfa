'use client'

import { createContext, type ReactNode, use } from 'react'

/** How the viewer writes numbers and times. Its words are English. */
export interface JsonFormats {
  /** A BCP 47 tag, such as `de-AT`. */
  locale: string
  /** An IANA zone. */
  timeZone: string
}

const Formats = createContext<JsonFormats>({ locale: 'en', timeZone: 'UTC' })

export function FormatsProvider({ locale, timeZone, children }: JsonFormats & { children: ReactNode }) {
  'use memo'
  return <Formats value={{ locale, timeZone }}>{children}</Formats>
}

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

// Building a formatter costs more than a thousand uses of it, and a tree has many rows.
function keptFormatter<Formatter extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  make: () => Formatter,
): Formatter {
  const known = made.get(key)
  if (known) return known as Formatter
  const formatter = make()
  made.set(key, formatter)
  return formatter
}

export function useFormats() {
  'use memo'
  const { locale, timeZone } = use(Formats)
  const number = (value: number) =>
    keptFormatter(locale, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })).format(value)
  return {
    /** `12,345` */
    number,
    /** `1 key`, `12,345 keys` */
    count: (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`,
    /** `812 bytes`, `12.4 kB`, `5.2 MB` */
    bytes: (value: number) => {
      if (value < 1_000) return `${number(value)} bytes`
      return value < 999_950 ? `${number(value / 1_000)} kB` : `${number(value / 1_000_000)} MB`
    },
    /** `23 Nov 2026, 10:41 CET`; `iso` is an instant. */
    instant: (iso: string) =>
      keptFormatter(
        `${locale} ${timeZone}`,
        () =>
          new Intl.DateTimeFormat(locale, {
            timeZone,
            day: 'numeric',
            month: 'short',
            year: 'numeric',
            hour: '2-digit',
            minute: '2-digit',
            timeZoneName: 'short',
          }),
      ).format(new Date(iso)),
  }
}
