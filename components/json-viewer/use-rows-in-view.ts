import { type RefObject, useState } from 'react'

/** Rows that stand ready above and below what is seen; small documents thus stand there whole, also for the browser's own search. */
const SPARE = 60

/** Rows by which the window moves, so that few scroll events draw anew. */
const STRIDE = 20

/** Rows seen before anything is measured: more than the tallest screen shows. */
const FIRST_HEIGHT = 80

/**
 * Which rows of a long list need to stand in the page: those from `first` up to, not including, `last`. Rows have all the same height,
 * that of the scroller's custom property `--row`.
 */
export function useRowsInView(scroller: RefObject<HTMLElement | null>, total: number) {
  const [seen, setSeen] = useState({ first: 0, height: FIRST_HEIGHT })
  const onScroll = () => {
    const element = scroller.current
    const row = element?.querySelector<HTMLElement>('[role="treeitem"]')?.offsetHeight
    if (!element || !row) return
    const first = Math.floor(element.scrollTop / row / STRIDE) * STRIDE
    const height = Math.ceil(element.clientHeight / row) + STRIDE
    if (first !== seen.first || height !== seen.height) setSeen({ first, height })
  }
  const first = Math.max(0, Math.min(seen.first, total - seen.height) - SPARE)
  return { first, last: Math.min(total, seen.first + seen.height + SPARE), onScroll }
}
