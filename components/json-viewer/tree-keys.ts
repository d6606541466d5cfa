import { childrenOf, isContainer, type JsonNode } from './document'
import type { JsonRow } from './flatten'

interface TreeMove {
  to?: JsonNode
  open?: { nodes: JsonNode[]; isOpen: boolean }
}

const PAGE = 20

/** What a key does in a tree, after the WAI-ARIA Authoring Practices' tree view pattern; null for a key that means nothing here. */
export function moveInTree(
  key: string,
  rows: readonly JsonRow[],
  index: number,
  open: ReadonlySet<number>,
): TreeMove | null {
  const row = rows[index]
  if (!row) return null
  const { node } = row
  const isOpen = open.has(node.offset)
  const to = (target: number): TreeMove => ({ to: rows[Math.max(0, Math.min(rows.length - 1, target))]?.node })
  const hasChildren = isContainer(node) && childrenOf(node).length > 0
  switch (key) {
    case 'ArrowDown':
      return to(index + 1)
    case 'ArrowUp':
      return to(index - 1)
    case 'PageDown':
      return to(index + PAGE)
    case 'PageUp':
      return to(index - PAGE)
    case 'Home':
      return to(0)
    case 'End':
      return to(rows.length - 1)
    case 'ArrowRight':
      if (!hasChildren) return {}
      return isOpen ? to(index + 1) : { open: { nodes: [node], isOpen: true } }
    case 'ArrowLeft':
      return isOpen && hasChildren ? { open: { nodes: [node], isOpen: false } } : to(parentIndex(rows, index))
    case 'Enter':
    case ' ':
      return hasChildren ? { open: { nodes: [node], isOpen: !isOpen } } : {}
    case '*':
      return { open: { nodes: siblingsOf(rows, index).filter(isContainer), isOpen: true } }
    default:
      return /^[\p{L}\p{N}_$-]$/u.test(key) ? typeAhead(key, rows, index) : null
  }
}

function parentIndex(rows: readonly JsonRow[], index: number): number {
  const level = rows[index]?.level ?? 1
  for (let above = index - 1; above >= 0; above -= 1) if ((rows[above]?.level ?? 1) < level) return above
  return index
}

/** The values beside the one at `index`, itself among them. */
function siblingsOf(rows: readonly JsonRow[], index: number): JsonNode[] {
  const parent = rows[parentIndex(rows, index)]
  const own = rows[index]
  if (!parent || !own) return []
  return parent === own ? [own.node] : childrenOf(parent.node).map(({ node }) => node)
}

function typeAhead(key: string, rows: readonly JsonRow[], index: number): TreeMove {
  const starts = (row: JsonRow) => typeof row.key === 'string' && row.key.toLowerCase().startsWith(key.toLowerCase())
  const found = rows.slice(index + 1).find(starts) ?? rows.find(starts)
  return { to: found?.node }
}
