const format = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** `812 bytes`, `12.4 kB`, `5.2 MB`: decimal units, as disks and networks count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  return bytes < 999_950 ? `${format.format(bytes / 1_000)} kB` : `${format.format(bytes / 1_000_000)} MB`
}
