import { endOfString, type JsonDocument, type JsonNode, sourceOf } from './document'

/** The value over several lines, two spaces a level. Keys, numbers and strings stay exactly as the document has them. */
export function prettyPrint(document: JsonDocument, node: JsonNode): string {
  const lines: string[] = []
  const closing: string[] = []
  for (let index = node.index; index < node.after; index += 1) {
    const current = document.nodes[index]
    if (!current) break
    const depth = current.level - node.level
    while (closing.length > depth) lines.push(`${indent(closing.length - 1)}${closing.pop() ?? ''}`)
    const key = current.keyStart === -1 || current === node ? '' : `${keySource(document, current)}: `
    const comma = current !== node && current.position < (current.parent?.size ?? 0) ? ',' : ''
    const [open, close] = current.kind === 'array' ? ['[', ']'] : ['{', '}']
    if (current.size > 0) {
      lines.push(`${indent(depth)}${key}${open}`)
      closing.push(`${close}${comma}`)
    } else {
      const isContainer = current.kind === 'array' || current.kind === 'object'
      lines.push(`${indent(depth)}${key}${isContainer ? open + close : sourceOf(document, current)}${comma}`)
    }
  }
  while (closing.length > 0) lines.push(`${indent(closing.length - 1)}${closing.pop() ?? ''}`)
  return lines.join('\n')
}

/** Beyond this depth lines move no further: the indentation of a deep document would outgrow the document itself. */
const DEEPEST_INDENT = 64

function indent(depth: number): string {
  return '  '.repeat(Math.min(depth, DEEPEST_INDENT))
}

function keySource(document: JsonDocument, node: JsonNode): string {
  return document.text.slice(node.keyStart, endOfString(document.text, node.keyStart))
}
