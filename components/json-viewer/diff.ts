import { childrenOf, type JsonDocument, type JsonNode, type JsonPath, keyOf, sourceOf, textOf } from './document'

/** One value in which two documents differ, or agree. Paths are those of the side that has the value, the right one where both do. */
export interface Difference {
  change: 'changed' | 'added' | 'removed' | 'same'
  path: JsonPath
  /** Null where that side has no such value. */
  left: JsonNode | null
  right: JsonNode | null
}

/** One side of a comparison: a value within a document. */
export interface Side {
  document: JsonDocument
  node: JsonNode
}

/** Levels down to which two values are compared; deeper ones that are not the same text are told as changed, whole. */
const DEEPEST = 500

/** Products of lengths up to which the differing parts of two lists are aligned; longer ones are compared item by item. */
const MOST_ALIGNED = 1_000_000

/**
 * Where two values differ: members of objects by key, items of lists aligned so that one put in at the front does not change all that
 * follow. What one side lacks, and what is of another kind, is named whole; what agrees is named as far up as all of it does.
 */
export function differences(left: Side, right: Side, path: JsonPath = []): Difference[] {
  const [a, b] = [left.node, right.node]
  if (isSame(left, right)) return [{ change: 'same', path, left: a, right: b }]
  if (a.kind !== b.kind || (a.kind !== 'object' && a.kind !== 'array') || path.length === DEEPEST)
    return [{ change: 'changed', path, left: a, right: b }]
  const pairs = a.kind === 'object' ? byKey(left, right) : byAlignment(left, right)
  const found = pairs.flatMap(({ key, left: before, right: after }): Difference[] => {
    const step = [...path, key]
    if (!before) return [{ change: 'added', path: step, left: null, right: after }]
    if (!after) return [{ change: 'removed', path: step, left: before, right: null }]
    return differences({ ...left, node: before }, { ...right, node: after }, step)
  })
  // The same members in another order.
  return found.every(({ change }) => change === 'same') ? [{ change: 'same', path, left: a, right: b }] : found
}

function isSame(left: Side, right: Side): boolean {
  if (left.node.kind !== right.node.kind) return false
  if (left.node.kind === 'string') return textOf(left.document, left.node) === textOf(right.document, right.node)
  return sourceOf(left.document, left.node) === sourceOf(right.document, right.node)
}

interface Pair {
  key: string | number
  left: JsonNode | null
  right: JsonNode | null
}

/** A key that is there more than once is told apart by how often it was there before. */
function membersOf({ document, node }: Side): Map<string, { key: string; member: JsonNode }> {
  const members = new Map<string, { key: string; member: JsonNode }>()
  const counts = new Map<string, number>()
  for (const member of childrenOf(document, node, node.size)) {
    const key = String(keyOf(document, member))
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    members.set(`${count} ${key}`, { key, member })
  }
  return members
}

function byKey(left: Side, right: Side): Pair[] {
  const [before, after] = [membersOf(left), membersOf(right)]
  const removedOrBoth = [...before].map(([id, { key, member }]) => ({
    key,
    left: member,
    right: after.get(id)?.member ?? null,
  }))
  const added = [...after].flatMap(([id, { key, member }]) =>
    before.has(id) ? [] : [{ key, left: null, right: member }],
  )
  return [...removedOrBoth, ...added]
}

function byAlignment(left: Side, right: Side): Pair[] {
  const [before, after] = [left, right].map(({ document, node }) => childrenOf(document, node, node.size))
  if (!before || !after) return []
  const common = commonItems(left, right, before, after)
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...common, [before.length, after.length] as const]) {
    // Between two that agree: what stands at the same place on both sides is taken for the same item, changed.
    while (i < nextI || j < nextJ) {
      const one = i < nextI ? before[i++] : undefined
      const other = j < nextJ ? after[j++] : undefined
      const key = ((other ?? one)?.position ?? 1) - 1
      pairs.push({ key, left: one ?? null, right: other ?? null })
    }
    const [one, other] = [before[i++], after[j++]]
    if (one && other) pairs.push({ key: other.position - 1, left: one, right: other })
  }
  return pairs
}

/** Places of a longest common subsequence of two lists, ascending on both sides. What they begin and end with alike is never weighed. */
function commonItems(left: Side, right: Side, before: JsonNode[], after: JsonNode[]): [number, number][] {
  const a = before.map((node) => sourceOf(left.document, node))
  const b = after.map((node) => sourceOf(right.document, node))
  let [first, lastA, lastB] = [0, a.length, b.length]
  while (first < lastA && first < lastB && a[first] === b[first]) first += 1
  while (lastA > first && lastB > first && a[lastA - 1] === b[lastB - 1]) [lastA, lastB] = [lastA - 1, lastB - 1]
  const middle = commonInMiddle(a.slice(first, lastA), b.slice(first, lastB))
  return [
    ...Array.from({ length: first }, (_, i): [number, number] => [i, i]),
    ...middle.map(([i, j]): [number, number] => [first + i, first + j]),
    ...Array.from({ length: a.length - lastA }, (_, i): [number, number] => [lastA + i, lastB + i]),
  ]
}

function commonInMiddle(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > MOST_ALIGNED) return []
  const width = b.length + 1
  // How long the longest is from here to the end, from the end.
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const common: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) common.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return common
}
