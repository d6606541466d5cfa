'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { ComponentProps, MouseEvent } from 'react'

/** Marks a link whose press `useSoftLinks` makes a move within the app, and says whether the page keeps its place. */
const KEEPS_PLACE = { true: 'in-place', false: 'to-page' } as const

interface SoftLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  href: Route
  /** Leads to the same page in another state: the page is not scrolled. */
  inPlace?: boolean
}

/**
 * A link that is nothing but an element, for where a page has hundreds: one listener around them makes a press a move within the app. Unlike
 * `Link` it fetches nothing ahead and knows nothing of its own pending; without the listener it is a link like any other.
 */
export function SoftLink({ href, inPlace = false, children, ...rest }: SoftLinkProps) {
  return (
    <a href={href} data-soft={KEEPS_PLACE[`${inPlace}`]} {...rest}>
      {children}
    </a>
  )
}

/** The listener for a box around soft links. A press with a key or another button is the browser's: a new tab, a window, a file. */
export function useSoftLinks(): (event: MouseEvent<HTMLElement>) => void {
  const router = useRouter()
  return (event) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !isPlain || !(event.target instanceof Element)) return
    const link = event.target.closest<HTMLAnchorElement>('a[data-soft]')
    if (!link) return
    event.preventDefault()
    const { pathname, search, hash } = new URL(link.href)
    router.push(`${pathname}${search}${hash}` as Route, { scroll: link.dataset.soft !== KEEPS_PLACE.true })
  }
}
