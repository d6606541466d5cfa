'use client'

import { ChevronDown, ChevronUp, Search } from 'lucide-react'
import type { RefObject } from 'react'
import { IconButton } from '../ui/icon-button'
import { Input } from '../ui/input'
import { useFormats } from './formats'

interface MatchSearchProps {
  ref?: RefObject<HTMLInputElement | null>
  words: string
  /** How many matches there are, and the place of the one shown, from 0. */
  total: number
  at: number
  onWords: (words: string) => void
  /** 1 to the next match, -1 to the one before, around the end. */
  onStep: (by: 1 | -1) => void
}

/** A field for what is searched for, how often it occurs, and the way from one match to the next: Enter, and Shift with Enter. */
export function MatchSearch({ ref, words, total, at, onWords, onStep }: MatchSearchProps) {
  'use memo'
  const { number } = useFormats()
  return (
    <div className="flex min-w-0 grow basis-full items-center gap-1 sm:max-w-md sm:basis-56">
      <div className="relative min-w-0 flex-1">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-muted"
        />
        <Input
          ref={ref}
          type="search"
          aria-label="Search in this document"
          placeholder="Search keys and values"
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || total === 0) return
            event.preventDefault()
            onStep(event.shiftKey ? -1 : 1)
          }}
          className="pl-8.5"
        />
      </div>
      <span role="status" className="text-center sm:min-w-16 text-xs whitespace-nowrap text-ink-muted">
        {words !== '' && (total === 0 ? 'No match' : `${number(at + 1)} of ${number(total)}`)}
      </span>
      <IconButton icon={ChevronUp} label="Previous match" disabled={total === 0} onClick={() => onStep(-1)} />
      <IconButton icon={ChevronDown} label="Next match" disabled={total === 0} onClick={() => onStep(1)} />
    </div>
  )
}
