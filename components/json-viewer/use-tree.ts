import { type RefObject, useEffect, useState } from 'react'
import type { JsonDocument, JsonNode } from './document'
import { firstOpenness, nearestVisible, type Openness, visibleNodes, withVisible } from './flatten'

/** What of a document is open, and which of its values is the active one. */
export function useTree(document: JsonDocument, scroller: RefObject<HTMLElement | null>, takesFocus: boolean) {
  const [openness, setOpenness] = useState(() => firstOpenness(document))
  const [active, setActive] = useState<JsonNode>(document.root)
  const [arrival, setArrival] = useState<{ node: JsonNode; focus: boolean } | null>(
    takesFocus ? { node: document.root, focus: true } : null,
  )
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
