'use client'

import { useState } from 'react'
import type { JsonDocument, JsonNode } from './document'
import { MatchSearch } from './match-search'
import { findMatches } from './search'

interface JsonSearchProps {
  document: JsonDocument
  words: string
  onWords: (words: string) => void
  onMatch: (node: JsonNode) => void
}

/** Searches keys and values of the whole document, closed parts included. */
export function JsonSearch({ document, words, onWords, onMatch }: JsonSearchProps) {
  'use memo'
  const [matches, setMatches] = useState<readonly JsonNode[]>([])
  const [at, setAt] = useState(0)
  const show = (found: readonly JsonNode[], place: number) => {
    setMatches(found)
    setAt(place)
    const node = found[place]
    if (node) onMatch(node)
  }
  const search = (next: string) => {
    const extendsLast = words !== '' && next.startsWith(words)
    onWords(next)
    show(findMatches(document, next, extendsLast ? matches : undefined), 0)
  }
  const step = (by: number) => show(matches, (at + by + matches.length) % matches.length)
  return <MatchSearch words={words} total={matches.length} at={at} onWords={search} onStep={step} />
}
