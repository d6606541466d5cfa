'use client'

import { useEffect, useState } from 'react'
import { readLines } from '@/lib/json/read-lines'
import { routes } from '@/lib/routes'
import { type FoundGroup, type FoundHits, searchLine } from '@/lib/search/line'

/** Milliseconds without a key after which the server is asked. */
const PAUSE = 60

export interface Found {
  /** What this answers. */
  text: string
  only: FoundGroup | undefined
  groups: Partial<Record<FoundGroup, FoundHits>>
  weights: Readonly<Record<string, number>>
  done: boolean
  failed: boolean
}

const NOTHING: Found = { text: '', only: undefined, groups: {}, weights: {}, done: false, failed: false }

/**
 * What the server finds for the text, as it comes in; null is not asked. Each key ends the search before it, here and in the database.
 * The weights of the person's own uses stay from one text to the next.
 */
export function useFound(text: string | null, only: FoundGroup | undefined): Found {
  const [found, setFound] = useState<Found>(NOTHING)
  useEffect(() => {
    if (text === null) return
    const leaving = new AbortController()
    const timer = setTimeout(() => ask(text, only, leaving.signal, setFound), text === '' ? 0 : PAUSE)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [text, only])
  return found
}

type Change = (change: (before: Found) => Found) => void

async function ask(text: string, only: FoundGroup | undefined, signal: AbortSignal, change: Change): Promise<void> {
  const tell = (next: Partial<Found>) => {
    if (signal.aborted) return
    change((before) => {
      const same = before.text === text && before.only === only
      return { ...(same ? before : { ...NOTHING, text, only, weights: before.weights }), ...next }
    })
  }
  const add = (hits: FoundHits) =>
    !signal.aborted &&
    change((before) => {
      const groups = before.text === text && before.only === only ? before.groups : {}
      return { ...NOTHING, text, only, weights: before.weights, groups: { ...groups, [hits.group]: hits } }
    })
  try {
    const response = await fetch(routes.search({ q: text, group: only }), { cache: 'no-store', signal })
    if (!response.ok || !response.body) throw new Error(`The search failed (${response.status}).`)
    for await (const text of readLines(response.body)) {
      const line = searchLine.parse(JSON.parse(text))
      if (line.type === 'group') add(line)
      else tell(line.type === 'uses' ? { weights: line.weights } : { done: true })
    }
    // A body that ends before its last line broke off.
    tell({})
    if (!signal.aborted) change((before) => (before.done ? before : { ...before, done: true, failed: true }))
  } catch {
    // Aborted by the next key, or broken off; only the second is worth a word.
    tell({ done: true, failed: true })
  }
}
