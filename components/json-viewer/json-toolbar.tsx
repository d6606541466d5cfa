'use client'

import { ArrowDown, ArrowUp, Braces, ListTree } from 'lucide-react'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { IconButton } from '../ui/icon-button'
import { Input } from '../ui/input'
import { Menu, MenuItem } from '../ui/menu'
import type { JsonNode } from './document'

interface JsonToolbarProps {
  wanted: string
  onWanted: (wanted: string) => void
  matches: readonly JsonNode[]
  active: JsonNode
  onReveal: (node: JsonNode) => void
  onDepth: (depth: number) => void
  raw: boolean
  onRaw: (raw: boolean) => void
  text: string
}

export function JsonToolbar(props: JsonToolbarProps) {
  const { wanted, onWanted, matches, active, onReveal, onDepth, raw, onRaw, text } = props
  const current = matches.indexOf(active)
  const step = (by: 1 | -1) => {
    // From outside the matches, the next one is the first at or below the chosen value.
    const from =
      current === -1 ? matches.findIndex(({ offset }) => offset >= active.offset) - (by === 1 ? 1 : 0) : current
    const next = matches.at((from + by + matches.length) % Math.max(1, matches.length))
    if (next) onReveal(next)
  }
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {!raw && (
        <>
          <Input
            type="search"
            aria-label="Search in the document"
            placeholder="Search keys and values"
            className="max-w-64 min-w-40 flex-1"
            value={wanted}
            onChange={(event) => onWanted(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              step(event.shiftKey ? -1 : 1)
            }}
          />
          <span role="status" className="min-w-16 text-xs text-ink-muted">
            {wanted.trim() !== '' && matchWords(current, matches.length)}
          </span>
          <IconButton icon={ArrowUp} label="Previous match" disabled={matches.length === 0} onClick={() => step(-1)} />
          <IconButton icon={ArrowDown} label="Next match" disabled={matches.length === 0} onClick={() => step(1)} />
        </>
      )}
      <div className="ml-auto flex items-center gap-1.5">
        {!raw && (
          <Menu
            trigger={
              <Button compact>
                <ListTree aria-hidden />
                Depth
              </Button>
            }
          >
            <MenuItem onSelect={() => onDepth(0)}>Collapse all</MenuItem>
            {[1, 2, 3].map((depth) => (
              <MenuItem key={depth} onSelect={() => onDepth(depth)}>
                Open {depth} {depth === 1 ? 'level' : 'levels'}
              </MenuItem>
            ))}
            <MenuItem onSelect={() => onDepth(Number.POSITIVE_INFINITY)}>Open all</MenuItem>
          </Menu>
        )}
        <Button compact aria-pressed={raw} onClick={() => onRaw(!raw)}>
          <Braces aria-hidden />
          Raw
        </Button>
        <CopyButton text={text} what="document" />
      </div>
    </div>
  )
}

function matchWords(current: number, count: number): string {
  if (count === 0) return 'No match'
  if (current === -1) return count === 1 ? '1 match' : `${count.toLocaleString('en')} matches`
  return `${(current + 1).toLocaleString('en')} of ${count.toLocaleString('en')}`
}
