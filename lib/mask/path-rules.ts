import { leastOf, type Shown } from './shown'

/** What rules say of values by their paths: a step of keys, and what may follow it. List subscripts are no steps. */
export interface PathNode {
  shown: Shown
  next: ReadonlyMap<string, PathNode>
}

interface Growing {
  shown: Shown
  next: Map<string, Growing>
}

/** The paths as one tree; null for none, so that most documents are read without. */
export function pathTree(paths: readonly { path: readonly string[]; shown: Shown }[]): PathNode | null {
  const used = paths.filter(({ path, shown }) => path.length > 0 && shown !== 'whole')
  if (used.length === 0) return null
  const root: Growing = { shown: 'whole', next: new Map() }
  for (const { path, shown } of used) {
    let node = root
    for (const key of path) {
      const next = node.next.get(key) ?? { shown: 'whole', next: new Map() }
      node.next.set(key, next)
      node = next
    }
    node.shown = leastOf(node.shown, shown)
  }
  return root
}
