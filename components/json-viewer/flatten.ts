import type { JsonDocument, JsonNode } from './document'

/** Which containers are open: those down to `depth`, except the `flipped`, which are the other way round. */
export interface Openness {
  depth: number
  /** Indices of nodes. */
  flipped: ReadonlySet<number>
}

/** Rows that a document may fill when it is first shown. */
const FIRST_ROWS = 200

/** Rows at most: what a browser can still scroll, at 36 px each. */
export const MAX_ROWS = 400_000

export function openTo(depth: number): Openness {
  return { depth, flipped: new Set() }
}

/** Open as deep as a screen or two can show, but the root always. */
export function firstOpenness(document: JsonDocument): Openness {
  const perLevel: number[] = []
  for (const { level } of document.nodes) perLevel[level] = (perLevel[level] ?? 0) + 1
  let shown = (perLevel[1] ?? 0) + (perLevel[2] ?? 0)
  let depth = 1
  while (depth + 2 < perLevel.length) {
    shown += perLevel[depth + 2] ?? 0
    if (shown > FIRST_ROWS) break
    depth += 1
  }
  return openTo(depth)
}

export function isOpen(openness: Openness, node: JsonNode): boolean {
  return node.size > 0 && node.level <= openness.depth !== openness.flipped.has(node.index)
}

/** The values whose containers are all open, in document order: the rows of the tree, `MAX_ROWS` at most. */
export function visibleNodes(document: JsonDocument, openness: Openness): JsonNode[] {
  const visible: JsonNode[] = []
  let index = 0
  while (visible.length < MAX_ROWS) {
    const node = document.nodes[index]
    if (!node) break
    visible.push(node)
    index = isOpen(openness, node) ? index + 1 : node.after
  }
  return visible
}

/** The same with each of the nodes open, or closed. */
export function withOpen(openness: Openness, nodes: readonly JsonNode[], open: boolean): Openness {
  const flipped = new Set(openness.flipped)
  for (const node of nodes) {
    if (node.size === 0) continue
    if (node.level <= openness.depth === open) flipped.delete(node.index)
    else flipped.add(node.index)
  }
  return { ...openness, flipped }
}

/** The node itself when everything around it is open, else the outermost container that hides it. */
export function nearestVisible(openness: Openness, node: JsonNode): JsonNode {
  let nearest = node
  for (let step = node.parent; step; step = step.parent) if (!isOpen(openness, step)) nearest = step
  return nearest
}

/** The same with everything around the node open, so that it is a row. */
export function withVisible(openness: Openness, node: JsonNode): Openness {
  const around: JsonNode[] = []
  for (let step = node.parent; step; step = step.parent) around.push(step)
  return around.every((container) => isOpen(openness, container)) ? openness : withOpen(openness, around, true)
}
