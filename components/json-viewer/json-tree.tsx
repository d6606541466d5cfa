'use client'

import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react'
import { type JsonDocument, type JsonNode, pathOf } from './document'
import { isOpen, MAX_ROWS, withOpen } from './flatten'
import { useFormats } from './formats'
import { JsonRow } from './json-row'
import { jsonPointer } from './path'
import { treeMove, typeAhead } from './tree-move'
import { useRowsInView } from './use-rows-in-view'
import type { Tree } from './use-tree'

/** Milliseconds within which letters belong to one word. */
const TYPING_PAUSE = 600

interface JsonTreeProps {
  label: string
  document: JsonDocument
  tree: Tree
  scroller: RefObject<HTMLDivElement | null>
  masked: ReadonlySet<string>
  words: string
  onCopy: (node: JsonNode) => void
}

/** The document as a tree widget. Only rows near what is seen stand in the page, so its size does not matter. */
export function JsonTree({ label, document, tree, scroller, masked, words, onCopy }: JsonTreeProps) {
  'use memo'
  const { rows, active, openness } = tree
  const { number } = useFormats()
  const { first, last, onScroll } = useRowsInView(scroller, rows.length)
  const typed = useRef({ text: '', at: 0 })
  // A match may lie beyond the last row that is drawn; the keyboard then starts from the first.
  const at = Math.max(0, rows.indexOf(active))
  const stop = rows[at] ?? active
  const near = rows.slice(first, last).map((node, index) => ({ node, place: first + index }))
  // This row is always there: it holds the focus, and the place in the tab order.
  const drawn =
    at < first ? [{ node: stop, place: at }, ...near] : at >= last ? [...near, { node: stop, place: at }] : near

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = treeMove(event.key, { document, openness, rows, at }) ?? typeOn(event)
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    if ('to' in move) tree.goTo(move.to, { focus: true })
    else tree.setOpenness(move.openness)
  }
  const typeOn = (event: KeyboardEvent) => {
    if (!/^[\p{L}\p{N}_]$/u.test(event.key)) return null
    const goesOn = event.timeStamp - typed.current.at < TYPING_PAUSE
    typed.current = { text: goesOn ? typed.current.text + event.key : event.key, at: event.timeStamp }
    const to = typeAhead(document, rows, at, typed.current.text)
    return to && { to }
  }
  const onClick = (event: MouseEvent) => {
    const node = nodeOf(event.target, document)
    // Who marks text in a row wants to copy it, not to open the row.
    if (!node || window.getSelection()?.isCollapsed === false) return
    tree.goTo(node, { focus: true })
    if (node.size > 0) tree.setOpenness(withOpen(openness, [node], !isOpen(openness, node)))
  }
  const onCopyKey = (event: ClipboardEvent) => {
    if (window.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    onCopy(active)
  }

  return (
    <>
      <div
        ref={scroller}
        role="tree"
        aria-label={label}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onCopy={onCopyKey}
        onScroll={onScroll}
        className="relative max-h-[65vh] min-h-40 overflow-x-hidden overflow-y-auto px-1 py-1 font-mono text-sm [--row:1.625rem] [--step:1rem] max-sm:[--step:0.625rem] pointer-coarse:[--row:2.25rem]"
      >
        <div role="none" className="relative" style={{ height: `calc(var(--row) * ${rows.length})` }}>
          {drawn.map(({ node, place }) => (
            <JsonRow
              key={node.index}
              document={document}
              node={node}
              place={place}
              open={isOpen(openness, node)}
              active={node === active}
              tabStop={node === stop}
              masked={masked.size > 0 && masked.has(jsonPointer(pathOf(document, node)))}
              words={words}
            />
          ))}
        </div>
      </div>
      {rows.length === MAX_ROWS && (
        <p className="border-t border-line px-4 py-2 text-sm text-ink-muted">
          Only the first {number(MAX_ROWS)} rows are shown. Close some of them, or read the rest under Raw.
        </p>
      )}
    </>
  )
}

function nodeOf(target: EventTarget, document: JsonDocument): JsonNode | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-node]') : null
  return row ? document.nodes[Number(row.dataset.node)] : undefined
}
