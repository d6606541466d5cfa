/** Scrolls by itself beside the page, so that headings, sideways scrolling and the links to other pages are always at hand; not on a phone. */
export const TABLE_SCROLLER =
  'relative rounded-t-lg max-sm:overflow-hidden sm:max-h-[max(24rem,calc(100dvh-12.5rem-var(--line-above,0px)))] sm:overflow-auto'

/** The line above the rows, with what is new and the way to read them anew; always as high, so that no row moves when there is news. */
export const LINE_ABOVE = 'flex h-9 items-center gap-2 border-b border-line px-1.5 pointer-coarse:h-11'

/** The box of a list that has this line; the rows have less room by it, so that the page does not scroll beside them. */
export const LIST_BOX = 'min-w-0 rounded-lg border border-line bg-surface [--line-above:2.25rem]'
