import { type RefObject, useEffect, useState } from 'react'
import type { JsonDocument, JsonNode } from './document'
import { firstOpenness, nearestVisible, type Openness, visibleNodes, withVisible } from './flatten'

interface TreeStart {
  takesFocus: boolean
  /** A name under which the place in the tree is kept, for as long as the app is open. */
  remember?: string
}

/** Where each tree was left, with the length of its text: another document has another tree. */
const kept = new Map<string, { length: number; openness: Openness; active: number }>()

/** What of a document is open, and which of its values is the active one. */
export function useTree(
  document: JsonDocument,
  scroller: RefObject<HTMLElement | null>,
  { takesFocus, remember }: TreeStart,
) {
  const [start] = useState(() => {
    const known = remember === undefined ? undefined : kept.get(remember)
    const active = known?.length === document.text.length ? document.nodes[known.active] : undefined
    return known && active ? { openness: known.openness, active } : null
  })
  const [openness, setOpenness] = useState(() => start?.openness ?? firstOpenness(document))
  const [active, setActive] = useState<JsonNode>(start?.active ?? document.root)
  const [arrival, setArrival] = useState<{ node: JsonNode; focus: boolean } | null>(
    takesFocus || start ? { node: active, focus: takesFocus } : null,
  )
  useEffect(() => {
    if (remember !== undefined) kept.set(remember, { length: document.text.length, openness, active: active.index })
  }, [remember, document, openness, active])
  const rows = visibleNodes(document, openness)

  // Rows far away are drawn only when they become the active one, so they can be scrolled to only after that.
  useEffect(() => {
    if (!arrival) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-node="${arrival.node.index}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (arrival.focus) row?.focus({ preventScroll: true })
  }, [arrival, scroller])

  return {
    openness,
    rows,
    active,
    /** Makes the value the active one and a row in view; takes the focus there, or leaves it where it is. */
    goTo: (node: JsonNode, { focus }: { focus: boolean }) => {
      setOpenness((old) => withVisible(old, node))
      setActive(node)
      setArrival({ node, focus })
    },
    /** When the active value is closed away, its nearest container that is still a row becomes active. */
    setOpenness: (next: Openness) => {
      setOpenness(next)
      // Not the value active in this render: a click makes its row active and opens it at once.
      setActive((current) => nearestVisible(next, current))
    },
  }
}

export type Tree = ReturnType<typeof useTree>
