/**
 * Scrolls by itself beside the page, so that headings, sideways scrolling and the links to other pages are always at hand; not on a phone.
 * What else a page has above and below the rows is `--around`, and what a filter needs beyond one line `--taller` (`useTaller`), so that the
 * page itself does not scroll beside them; what floats under them while rows are selected takes its room from them, and covers no link to
 * another page.
 */
export const TABLE_SCROLLER =
  'relative rounded-t-lg max-sm:overflow-hidden sm:max-h-[max(24rem,calc(100dvh-var(--around,12.5rem)-var(--taller,0px)-var(--under-rows)))] sm:overflow-auto'

/** Of the part that scrolls while something floats under it: as high as the bar of what is selected, on one line, with the gap above it. */
export const OVER_BAR = 'md:[--under-rows:3.25rem]'

/** The line above the rows, with what is new and the way to read them anew; always as high, so that no row moves when there is news. */
export const LINE_ABOVE = 'flex h-9 items-center gap-2 border-b border-line px-1.5 pointer-coarse:h-11'

/** The box of a list under a filter. */
export const FILTERED_BOX = 'min-w-0 rounded-lg border border-line bg-surface [--around:14.75rem]'

/** The box of a list under a filter and with this line. */
export const LIST_BOX = 'min-w-0 rounded-lg border border-line bg-surface [--around:17rem]'
