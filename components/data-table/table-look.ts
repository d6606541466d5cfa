/** Scrolls by itself beside the page, so that headings, sideways scrolling and the links to other pages are always at hand; not on a phone. */
export const TABLE_SCROLLER =
  'relative rounded-t-lg max-sm:overflow-hidden sm:max-h-[max(24rem,calc(100dvh-12.5rem))] sm:overflow-auto'

/** A link in a cell: as high as its row, and on a phone 24 px at least, so that it is easily hit also where rows stand close together. */
export const CELL_LINK = 'block min-w-0 truncate hover:underline max-sm:min-h-6 max-sm:leading-6 sm:-my-row sm:py-row'

/** The title stands first, beside the checkbox; values below it. */
export const PHONE = {
  title: 'max-sm:order-0 max-sm:max-w-[calc(100%-3rem)]! max-sm:basis-[calc(100%-3rem)] max-sm:font-medium',
  beside: 'max-sm:order-2 max-sm:max-w-full! max-sm:text-ink-muted',
  labelled:
    'max-sm:order-3 max-sm:flex max-sm:items-baseline max-sm:basis-full max-sm:*:min-w-0 max-sm:*:truncate max-sm:max-w-full! max-sm:gap-3 max-sm:before:w-28 max-sm:before:shrink-0 max-sm:before:truncate max-sm:before:text-ink-muted max-sm:before:content-[attr(data-label)]',
  line: 'max-sm:order-3 max-sm:basis-full max-sm:max-w-full! max-sm:text-ink-muted',
  hidden: 'max-sm:hidden',
}
