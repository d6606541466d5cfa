import { usePathname, useSearchParams } from 'next/navigation'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { keep, keptHere, placeOf, withoutParameter } from '../kept-place'

/**
 * A part of the page that scrolls by itself and comes back where it was left; an address not seen before starts at its top, unless only
 * its `columns` are new: whoever sets a width is not done with the rows. Rows can be read before the scripts are there: what was scrolled
 * by then stays. `data-aside` is on the part while it is scrolled sideways.
 */
export function useKeptScroll() {
  const scroller = useRef<HTMLElement>(null)
  const address = placeOf(usePathname(), withoutParameter(useSearchParams().toString(), 'columns'))
  const arrived = useRef<string | null>(null)
  const onScroll = () => {
    const { scrollTop: top = 0, scrollLeft: left = 0 } = scroller.current ?? {}
    scroller.current?.toggleAttribute('data-aside', left > 0)
    keep({ part: { top, left } })
  }
  const arrive = useEffectEvent(() => {
    const { scrollTop = 0, scrollLeft = 0 } = scroller.current ?? {}
    const wasScrolled = arrived.current === null && (scrollTop > 0 || scrollLeft > 0)
    arrived.current = address
    if (wasScrolled) onScroll()
    else scroller.current?.scrollTo(keptHere().part ?? { top: 0, left: 0 })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept belongs to the address
  useLayoutEffect(() => arrive(), [address])
  return { scroller, onScroll }
}
