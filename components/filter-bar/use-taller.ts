import { type RefObject, useEffect } from 'react'

/** How much higher the element is than `usual` rem stands, in pixels, as `--taller` on the page: rows under it give that much of their height (table-look.ts). */
export function useTaller(element: RefObject<HTMLElement | null>, usual: number): void {
  useEffect(() => {
    const { style } = document.documentElement
    const measure = () => {
      const more = Math.round((element.current?.offsetHeight ?? 0) - usual * rem())
      if (more > 0) style.setProperty('--taller', `${more}px`)
      else style.removeProperty('--taller')
    }
    const watching = new ResizeObserver(measure)
    if (element.current) watching.observe(element.current)
    return () => {
      watching.disconnect()
      style.removeProperty('--taller')
    }
  }, [element, usual])
}

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
