import { excerpt } from './excerpt'
import { JsonText } from './json-text'

/** Characters of one value that are shown; a copy has them all. */
const SHOWN_LENGTH = 20_000

/** A text or number over as many lines as it needs, scrolled to where the words are. */
export function JsonValueText({ text, words }: { text: string; words: string }) {
  'use memo'
  const shown = excerpt(text, SHOWN_LENGTH, words)
  return (
    <section
      key={words}
      ref={showFirstMark}
      aria-label="Value"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-60 overflow-y-auto rounded-md bg-canvas px-2.5 py-2 font-mono break-words whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {shown.before && <span className="text-ink-muted">… </span>}
      <JsonText text={shown.text} words={words} />
      {shown.after && <p className="mt-1 text-ink-muted">… copy the value to get all of it.</p>}
    </section>
  )
}

/** Moves what is inside the region, but not the page, which `scrollIntoView` would take away from the search. */
function showFirstMark(region: HTMLElement | null) {
  const mark = region?.querySelector('mark')
  if (!region || !mark) return
  region.scrollTop += mark.getBoundingClientRect().bottom - region.getBoundingClientRect().top - region.clientHeight / 2
}
