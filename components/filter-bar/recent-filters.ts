'use client'

import { useSyncExternalStore } from 'react'

/** Filters that are remembered for each table and viewer. */
const MOST = 10
const EVENT = 'recentfilterschange'
const NONE = '[]'

/** Where the recent filters of a viewer's table are kept: under the table's path and the viewer's id, which is no secret. */
export function recentKey(path: string, viewer: string): string {
  return `recent-filters:${viewer}:${path}`
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(EVENT, changed)
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener(EVENT, changed)
    window.removeEventListener('storage', changed)
  }
}

/** What is kept, as JSON; browsers that keep nothing for a page (private windows, policies) have no recent filters. */
function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? NONE
  } catch {
    return NONE
  }
}

function store(key: string, filters: readonly string[]): void {
  try {
    if (filters.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(filters.slice(0, MOST)))
  } catch (error) {
    console.warn(error)
  }
  window.dispatchEvent(new Event(EVENT))
}

/** The filters in what is kept; none where something else is kept under the name. */
export function readRecent(kept: string): string[] {
  try {
    const filters: unknown = JSON.parse(kept)
    return Array.isArray(filters) ? filters.filter((filter) => typeof filter === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

/** Puts a filter before the others, once. */
export function remember(key: string, filter: string): void {
  const wanted = filter.trim()
  const others = readRecent(stored(key)).filter((other) => other !== wanted)
  if (wanted !== '') store(key, [wanted, ...others])
}

/** Takes one filter away, or all of them. */
export function forget(key: string, filter?: string): void {
  store(key, filter === undefined ? [] : readRecent(stored(key)).filter((other) => other !== filter))
}

/** The filters that this viewer applied to this table, the latest first; none on the server. */
export function useRecentFilters(key: string): string[] {
  return readRecent(
    useSyncExternalStore(
      subscribe,
      () => stored(key),
      () => NONE,
    ),
  )
}
