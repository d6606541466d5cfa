import { usePathname, useSearchParams } from 'next/navigation'
import { useLayoutEffect, useRef } from 'react'
import { keep, keptHere, placeOf, withoutParameter } from '../kept-place'

/**
 * A part of the page that scrolls by itself and comes back where it was left; an address not seen before starts at its top, unless only
 * its `columns` are new: whoever sets a width is not done with the rows. `data-aside` is on it while it is scrolled sideways.
 */
export function useKeptScroll() {
  const scroller = useRef<HTMLElement>(null)
  const address = placeOf(usePathname(), withoutParameter(useSearchParams().toString(), 'columns'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept belongs to the address
  useLayoutEffect(() => {
    scroller.current?.scrollTo(keptHere().part ?? { top: 0, left: 0 })
  }, [address])
  const onScroll = () => {
    const { scrollTop: top = 0, scrollLeft: left = 0 } = scroller.current ?? {}
    scroller.current?.toggleAttribute('data-aside', left > 0)
    keep({ part: { top, left } })
  }
  return { scroller, onScroll }
}
