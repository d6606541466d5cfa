import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** How far each address's table was scrolled: browsers restore that of the page on Back, but not of a part of it. */
const kept = new Map<string, { top: number; left: number }>()

/** A scroller that comes back where it was left, for as long as the app is open; an address not seen before starts at its top. */
export function useKeptScroll() {
  const scroller = useRef<HTMLElement>(null)
  const address = `${usePathname()}?${useSearchParams()}`
  useEffect(() => {
    scroller.current?.scrollTo(kept.get(address) ?? { top: 0, left: 0 })
  }, [address])
  const onScroll = () => {
    const { scrollTop: top = 0, scrollLeft: left = 0 } = scroller.current ?? {}
    kept.set(address, { top, left })
  }
  return { scroller, onScroll }
}
