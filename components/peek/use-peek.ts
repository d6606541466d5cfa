'use client'

import type { Route } from 'next'
import { useSearchParams } from 'next/navigation'
import { withoutParameter } from '../kept-place'
import { rowOf } from './peek-rows'

/**
 * Which row is peeked at: the parameter `peek` of the address, and nothing else. It is changed without asking the server for the page
 * again, so that the rows stay as they are. Opening makes an entry of the history, so that Back closes; going on to another row does not.
 */
export function usePeek() {
  const id = useSearchParams().get('peek')
  return { id, open: openPeek, close: closePeek }
}

/** An address of the table with the peek that is open now, for changes that the rows outlive. */
export function keepingPeek(href: Route): Route {
  const id = new URLSearchParams(window.location.search).get('peek')
  return id === null ? href : withPeekAt(href, id)
}

function withPeekAt(href: string, id: string): Route {
  const [path, search = ''] = href.split('?')
  const rest = withoutParameter(search, 'peek')
  return `${path}?${rest}${rest && '&'}peek=${encodeURIComponent(id)}` as Route
}

function openPeek(id: string): void {
  const address = withPeekAt(window.location.pathname + window.location.search, id)
  if (new URLSearchParams(window.location.search).has('peek')) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
}

/** The focus goes back to the row if it was in the panel, which is about to go. */
function closePeek(): void {
  const id = new URLSearchParams(window.location.search).get('peek')
  const isInside = document.activeElement?.closest('[data-peek-panel]') !== null
  if (id !== null && isInside) (rowOf(id) ?? document.querySelector<HTMLElement>('main h1'))?.focus()
  const rest = withoutParameter(window.location.search, 'peek')
  window.history.replaceState(null, '', `${window.location.pathname}${rest && '?'}${rest}`)
}
