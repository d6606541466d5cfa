/** Milliseconds that something took, over several tries. */
export interface Times {
  median: number
  p95: number
}

/** The middle and the 95th percentile (nearest rank). Expects at least one value. */
export function timesOf(values: readonly number[]): Times {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

/** Milliseconds for people: one decimal below ten. */
export function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0)
}

/** Columns padded to their widest cell, the first on the left and the others on the right; the first row is the heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  const [heading = [], ...rest] = rows
  return [line(heading), widths.map((width) => '-'.repeat(width)).join('  '), ...rest.map(line)].join('\n')
}

/** A figure beside what it may be at most: `1.12 ok` or `3.40 over 1.3`. */
export function against(value: number, limit: number, digits = 2): string {
  return `${value.toFixed(digits)} ${value <= limit ? 'ok' : `over ${limit}`}`
}

/** The same with what it has to be at least. */
export function atLeast(value: number, limit: number): string {
  return `${value.toFixed(1)} ${value >= limit ? 'ok' : `below ${limit}`}`
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
