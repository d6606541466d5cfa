import { childrenOf, type JsonDocument, type JsonNode, keyOf } from './document'
import { isOpen, type Openness, withOpen } from './flatten'

/** What a key does to a tree: moves to a row, or opens and closes containers. */
export type TreeMove = { to: JsonNode } | { openness: Openness } | null

interface TreeState {
  document: JsonDocument
  openness: Openness
  /** The rows, as `visibleNodes` gives them. */
  rows: readonly JsonNode[]
  /** Place of the row that has the focus. */
  at: number
}

/** Rows that Page Up and Page Down move. */
const PAGE = 20

/** The keyboard of a tree (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/). Null for keys that are not its own. */
export function treeMove(key: string, { document, openness, rows, at }: TreeState): TreeMove {
  const node = rows[at]
  if (!node) return null
  const open = isOpen(openness, node)
  const go = (place: number): TreeMove => {
    const to = rows[Math.max(0, Math.min(rows.length - 1, place))]
    return to ? { to } : null
  }
  switch (key) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at - 1)
    case 'PageDown':
      return go(at + PAGE)
    case 'PageUp':
      return go(at - PAGE)
    case 'Home':
      return go(0)
    case 'End':
      return go(rows.length - 1)
    case 'ArrowRight':
      if (open) return go(at + 1)
      return node.size > 0 ? { openness: withOpen(openness, [node], true) } : null
    case 'ArrowLeft':
      if (open) return { openness: withOpen(openness, [node], false) }
      return node.parent ? { to: node.parent } : null
    case 'Enter':
    case ' ':
      return node.size > 0 ? { openness: withOpen(openness, [node], !open) } : null
    case '*': {
      const siblings = node.parent ? childrenOf(document, node.parent, node.parent.size) : [node]
      return { openness: withOpen(openness, siblings, true) }
    }
    default:
      return null
  }
}

/** The next row, after the one at `at` and around the end, whose key begins with what was typed. */
export function typeAhead(
  document: JsonDocument,
  rows: readonly JsonNode[],
  at: number,
  typed: string,
): JsonNode | null {
  const wanted = typed.toLowerCase()
  // A first letter moves on; further letters of the same word may stay where they are.
  const from = typed.length > 1 ? at : at + 1
  for (let step = 0; step < rows.length; step += 1) {
    const node = rows[(from + step) % rows.length]
    if (
      node &&
      String(keyOf(document, node) ?? '')
        .toLowerCase()
        .startsWith(wanted)
    )
      return node
  }
  return null
}
