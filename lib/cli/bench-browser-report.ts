import type { BrowserTimes } from './bench-browser'
import { against, ms, table } from './bench-figures'

/** What the figures are held against: docs/performance.md says where each comes from. */
const LIST_SCRIPTS = 170
const DETAIL_SCRIPTS = 200
const BESIDE_EMPTY = 1.5
const INTERACTION = 100
const SHIFT = 0.02

/** The figures of one size as text. */
export function browserReport({
  rows,
  empty,
  list,
  database,
  actions,
  slowest,
  hovering,
  shipped,
}: BrowserTimes): string {
  const opening = (['cold', 'warm'] as const).map((how) => [
    `list, ${how}`,
    ms(list[how].median),
    ms(list[how].p95),
    ms(empty[how].median),
    ms(database),
    against(list[how].median / (empty[how].median + database), BESIDE_EMPTY),
  ])
  const done = actions.map(({ name, times, blank }) => [name, ms(times.median), ms(times.p95), against(blank, 0, 0)])
  return [
    `${rows.toLocaleString('en-GB')} records in a browser, milliseconds`,
    table([['', 'first rows', 'p95', 'empty page', 'database', 'beside both'], ...opening]),
    table([['', 'median', 'p95', 'blank frames'], ...done]),
    table([
      ['200 rows', 'slowest to next paint'],
      ...slowest.map(({ name, milliseconds }) => [name, against(milliseconds, INTERACTION, 0)]),
    ]),
    `Requests while the pointer went over 200 rows: ${hovering}`,
    table([
      ['page', 'kB of scripts, compressed', 'layout shift'],
      ...shipped.map(({ path, bytes, shift }) => [
        withoutIds(path),
        // With the editor open there is no limit.
        path.endsWith('/edit')
          ? (bytes / 1000).toFixed(0)
          : against(bytes / 1000, isDetail(path) ? DETAIL_SCRIPTS : LIST_SCRIPTS, 0),
        against(shift, SHIFT, 3),
      ]),
    ]),
    ...shipped.flatMap(({ path, shift, moved }) =>
      shift > SHIFT ? [`What moved on ${withoutIds(path)}:\n${moved.join('\n')}`] : [],
    ),
  ].join('\n\n')
}

const withoutIds = (path: string) => path.replace(/[a-z0-9]{20,}/g, '…')
const isDetail = (path: string) => path.split('/').length > 2
