/** One of an integration to which something happened at a moment. */
interface Happened {
  integration: string
  at: Date
}

/** What happened to several of an integration within this time is one thing. */
const TOGETHER = 24 * 3_600_000
/** With fewer, each is told by itself. */
const FEWEST = 3

/**
 * What happened to many connections of one integration, put together where it can be one thing: at least three, each within a day of the
 * next. Newest first, within a group too.
 */
export function clusters<T extends Happened>(rows: readonly T[]): T[][] {
  const groups: T[][] = []
  for (const row of rows.toSorted((a, b) => b.at.getTime() - a.at.getTime())) {
    const group = groups.findLast(([first]) => first?.integration === row.integration)
    const last = group?.at(-1)
    if (group && last && last.at.getTime() - row.at.getTime() <= TOGETHER) group.push(row)
    else groups.push([row])
  }
  return groups
    .flatMap((group) => (group.length < FEWEST ? group.map((row) => [row]) : [group]))
    .sort((a, b) => (b[0]?.at.getTime() ?? 0) - (a[0]?.at.getTime() ?? 0))
}
