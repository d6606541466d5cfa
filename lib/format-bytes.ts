import { formatCount, formatNumber } from './format-number'

/** `812 bytes`, `12.4 kB`, `5.2 MB`: decimal units, as disks and networks count; the number as the locale writes it. */
export function formatBytes(locale: string, bytes: number): string {
  if (bytes < 1_000) return formatCount(locale, bytes, { one: 'byte', other: 'bytes' })
  return bytes < 999_950
    ? `${formatNumber(locale, bytes / 1_000, 1)} kB`
    : `${formatNumber(locale, bytes / 1_000_000, 1)} MB`
}
