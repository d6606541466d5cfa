export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'

/** One value of a document, as a stretch of its text. */
export interface JsonNode {
  kind: JsonKind
  /** Place in document order: the root is 0, and a container's first child follows it at once. */
  index: number
  /** The `index` behind the last value inside this one; `index + 1` for a value that holds none. */
  after: number
  /** The root's is 1. */
  level: number
  parent: JsonNode | null
  /** Place among its siblings, from 1. */
  position: number
  /** How many children it has. */
  size: number
  /** Offsets of the value in the text, quotation marks and brackets included. */
  start: number
  end: number
  /** Offset of the key's opening quotation mark; -1 for the root and for items of an array. */
  keyStart: number
}

export interface JsonDocument {
  text: string
  nodes: readonly JsonNode[]
  root: JsonNode
}

export type JsonPath = readonly (string | number)[]

const BETWEEN_VALUES = ', :\n\r\t'
const BEHIND_WORDS = ',}] \n\r\t'

/**
 * Reads JSON text without changing a character of it: every value is known by its offsets, so numbers keep all their digits,
 * and keys such as `__proto__` or repeated ones stay. Any depth; 5 MB take tens of milliseconds. Null when it is not JSON.
 */
export function parseDocument(text: string): JsonDocument | null {
  if (!isJson(text)) return null
  const nodes: JsonNode[] = []
  let parent: JsonNode | null = null
  let keyStart = -1
  let at = 0

  const add = (kind: JsonKind, end: number): JsonNode => {
    if (parent) parent.size += 1
    const node: JsonNode = {
      kind,
      index: nodes.length,
      after: nodes.length + 1,
      level: parent ? parent.level + 1 : 1,
      parent,
      position: parent ? parent.size : 1,
      size: 0,
      start: at,
      end,
      keyStart,
    }
    nodes.push(node)
    keyStart = -1
    return node
  }

  // The text is known to be valid, so one character tells what stands here.
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === '"') {
      const end = endOfString(text, at)
      if (parent?.kind === 'object' && keyStart === -1) keyStart = at
      else add('string', end)
      at = end
    } else if (character === '{' || character === '[') {
      parent = add(character === '{' ? 'object' : 'array', at)
      at += 1
    } else if ((character === '}' || character === ']') && parent) {
      at += 1
      parent.end = at
      parent.after = nodes.length
      parent = parent.parent
    } else if (BETWEEN_VALUES.includes(character)) at += 1
    else {
      const end = endOfWord(text, at)
      add(kindOfWord(character), end)
      at = end
    }
  }
  const root = nodes[0]
  return root ? { text, nodes, root } : null
}

/** Whether the text is JSON, by the engine's own parser. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The offset behind the string that opens at `start`. */
export function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1) {
    let escapes = 0
    while (text.charAt(quote - 1 - escapes) === '\\') escapes += 1
    if (escapes % 2 === 0) return quote + 1
    quote = text.indexOf('"', quote + 1)
  }
  return text.length
}

function endOfWord(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && !BEHIND_WORDS.includes(text.charAt(end))) end += 1
  return end
}

function kindOfWord(first: string): JsonKind {
  if (first === 'n') return 'null'
  return first === 't' || first === 'f' ? 'boolean' : 'number'
}

/** The value as the document has it. */
export function sourceOf(document: JsonDocument, node: JsonNode): string {
  return document.text.slice(node.start, node.end)
}

/** A string's text; any other value as the document has it. */
export function textOf(document: JsonDocument, node: JsonNode): string {
  return node.kind === 'string' ? decode(document.text, node.start, node.end) : sourceOf(document, node)
}

/** The key of an object's member, the index of an array's item, null for the root. */
export function keyOf(document: JsonDocument, node: JsonNode): string | number | null {
  if (node.keyStart !== -1) return decode(document.text, node.keyStart, endOfString(document.text, node.keyStart))
  return node.parent ? node.position - 1 : null
}

function decode(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1)
  return inner.includes('\\') ? String(JSON.parse(`"${inner}"`)) : inner
}

/** Keys and indices from the root to the value. */
export function pathOf(document: JsonDocument, node: JsonNode): JsonPath {
  const path: (string | number)[] = []
  for (let step: JsonNode | null = node; step; step = step.parent) {
    const key = keyOf(document, step)
    if (key !== null) path.push(key)
  }
  return path.reverse()
}

/** The first `limit` children. */
export function childrenOf(document: JsonDocument, node: JsonNode, limit: number): JsonNode[] {
  const children: JsonNode[] = []
  let index = node.index + 1
  while (index < node.after && children.length < limit) {
    const child = document.nodes[index]
    if (!child) break
    children.push(child)
    index = child.after
  }
  return children
}
