/** Scrolls by itself beside the page, so that headings, sideways scrolling and the links to other pages are always at hand; not on a phone. */
export const TABLE_SCROLLER =
  'relative rounded-t-lg max-sm:overflow-hidden sm:max-h-[max(24rem,calc(100dvh-12.5rem))] sm:overflow-auto'
