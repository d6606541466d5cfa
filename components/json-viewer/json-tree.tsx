'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isContainer, type JsonDocument, type JsonNode, pathOf } from './document'
import type { JsonRow } from './flatten'
import { JsonLine, LINE_HEIGHT } from './json-line'
import { jsonPointer } from './path'
import { moveInTree } from './tree-keys'

/** Lines drawn at once; beyond that only those in sight, with some on either side. */
const WINDOW = { all: 400, margin: 30 }

interface JsonTreeProps {
  document: JsonDocument
  rows: readonly JsonRow[]
  open: ReadonlySet<number>
  active: JsonNode
  matches: ReadonlySet<JsonNode>
  masked: ReadonlySet<string>
  onActive: (node: JsonNode) => void
  onOpen: (nodes: readonly JsonNode[], isOpen: boolean) => void
}

/**
 * The WAI-ARIA tree of a document: the tree has the focus, `aria-activedescendant` says where in it one is. Of many lines only those
 * in sight are in the page, each with its level, place and number of siblings.
 */
export function JsonTree({ document, rows, open, active, matches, masked, onActive, onOpen }: JsonTreeProps) {
  const id = useId()
  const tree = useRef<HTMLDivElement>(null)
  const [scroll, setScroll] = useState({ top: 0, height: 600 })
  const activeIndex = Math.max(
    0,
    rows.findIndex(({ node }) => node === active),
  )
  const windowed = rows.length > WINDOW.all
  const first = windowed ? Math.max(0, Math.floor(scroll.top / LINE_HEIGHT) - WINDOW.margin) : 0
  const last = windowed ? Math.ceil((scroll.top + scroll.height) / LINE_HEIGHT) + WINDOW.margin : rows.length

  useEffect(() => {
    const box = tree.current
    if (!box) return
    const top = activeIndex * LINE_HEIGHT
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + LINE_HEIGHT > box.scrollTop + box.clientHeight) box.scrollTop = top + LINE_HEIGHT - box.clientHeight
  }, [activeIndex])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveInTree(event.key, rows, activeIndex, open)
    if (!move) return
    event.preventDefault()
    if (move.open) onOpen(move.open.nodes, move.open.isOpen)
    if (move.to) onActive(move.to)
  }

  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Document"
      tabIndex={0}
      aria-activedescendant={`${id}-${rows[activeIndex]?.node.offset}`}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => setScroll({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
      className="group/tree max-h-[70vh] overflow-auto rounded-md bg-canvas py-1 font-mono text-xs"
    >
      <div role="none" style={{ height: rows.length * LINE_HEIGHT, paddingTop: first * LINE_HEIGHT }}>
        {rows.slice(first, last).map((row) => (
          <JsonLine
            key={row.node.offset}
            id={`${id}-${row.node.offset}`}
            document={document}
            row={row}
            isOpen={isContainer(row.node) ? open.has(row.node.offset) : undefined}
            isActive={row.node === rows[activeIndex]?.node}
            isMatch={matches.has(row.node)}
            isMasked={masked.size > 0 && masked.has(jsonPointer(pathOf(row.node)))}
            onActive={() => onActive(row.node)}
            onToggle={() => onOpen([row.node], !open.has(row.node.offset))}
          />
        ))}
      </div>
    </div>
  )
}
