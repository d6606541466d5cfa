'use client'

import { ChevronDown, ChevronUp, Search } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../ui/icon-button'
import { Input } from '../ui/input'
import type { JsonDocument, JsonNode } from './document'
import { findMatches } from './search'

interface JsonSearchProps {
  document: JsonDocument
  words: string
  onWords: (words: string) => void
  onMatch: (node: JsonNode) => void
}

const format = new Intl.NumberFormat('en')

/** Searches keys and values of the whole document, closed parts included. Enter goes to the next match, with Shift to the one before. */
export function JsonSearch({ document, words, onWords, onMatch }: JsonSearchProps) {
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

  return (
    <div className="flex min-w-0 grow basis-56 items-center gap-1 sm:max-w-md">
      <div className="relative min-w-0 flex-1">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-muted"
        />
        <Input
          type="search"
          aria-label="Search in this document"
          placeholder="Search keys and values"
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => search(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || matches.length === 0) return
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          }}
          className="pl-8.5"
        />
      </div>
      <span role="status" className="min-w-16 text-center text-xs whitespace-nowrap text-ink-muted">
        {words !== '' &&
          (matches.length === 0 ? 'No match' : `${format.format(at + 1)} of ${format.format(matches.length)}`)}
      </span>
      <IconButton icon={ChevronUp} label="Previous match" disabled={matches.length === 0} onClick={() => step(-1)} />
      <IconButton icon={ChevronDown} label="Next match" disabled={matches.length === 0} onClick={() => step(1)} />
    </div>
  )
}
