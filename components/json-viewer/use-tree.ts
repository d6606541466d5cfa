import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { JsonDocument, JsonNode } from './document'
import { firstOpenness, nearestVisible, type Openness, visibleNodes, withVisible } from './flatten'
import { keepPlace, markOf, type Place, placeOf, storedPlaceOf } from './kept-places'

interface TreeStart {
  takesFocus: boolean
  /** A name under which the place in the tree is kept, for as long as the browser's tab is open. */
  remember?: string
}

/** Where a row is to be seen: scrolled to when it is not, or the rows as far down as they were left. */
interface Arrival {
  node: JsonNode
  focus: boolean
  top?: number
}

/** What of a document is open, and which of its values is the active one. */
export function useTree(
  document: JsonDocument,
  scroller: RefObject<HTMLDivElement | null>,
  { takesFocus, remember }: TreeStart,
) {
  'use memo'
  const [mark] = useState(() => (remember === undefined ? '' : markOf(document)))
  const [start] = useState(() => (remember === undefined ? null : placeOf(remember, mark)))
  const [openness, setOpenness] = useState(() => start?.openness ?? firstOpenness(document))
  const [active, setActive] = useState<JsonNode>((start && document.nodes[start.active]) ?? document.root)
  const [arrival, setArrival] = useState<Arrival | null>(
    takesFocus || start ? { node: active, focus: takesFocus, top: start?.top } : null,
  )
  const arrived = useRef<Arrival | null>(null)
  const rows = visibleNodes(document, openness)

  const goBackTo = useEffectEvent((place: Place) => {
    const node = document.nodes[place.active] ?? document.root
    setOpenness(place.openness)
    setActive(node)
    setArrival({ node, focus: takesFocus, top: place.top })
  })
  const keep = useEffectEvent(() => {
    if (remember === undefined) return
    keepPlace(remember, mark, { openness, active: active.index, top: scroller.current?.scrollTop ?? 0 })
  })
  useEffect(() => {
    const stored = remember === undefined ? null : storedPlaceOf(remember, mark)
    if (stored) goBackTo(stored)
    const element = scroller.current
    const onScroll = () => keep()
    element?.addEventListener('scroll', onScroll, { passive: true })
    return () => element?.removeEventListener('scroll', onScroll)
  }, [remember, mark, scroller])
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what there is to keep
  useEffect(() => keep(), [openness, active])

  // Rows far away are drawn only when they become the active one, so they can be scrolled to only after that.
  useEffect(() => {
    // Once only: a tree that is shown again after the text does not take the focus from the button that shows it.
    if (!arrival || !scroller.current || arrived.current === arrival) return
    arrived.current = arrival
    const row = scroller.current.querySelector<HTMLElement>(`[data-node="${arrival.node.index}"]`)
    if (arrival.top === undefined) row?.scrollIntoView({ block: 'nearest' })
    else scroller.current.scrollTop = arrival.top
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
