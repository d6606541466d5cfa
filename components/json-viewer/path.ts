import { childrenOf, type JsonDocument, type JsonNode, type JsonPath, keyOf } from './document'

/** `person.tags[0]["first name"]`, as one writes it in JavaScript. The root is the empty text. */
export function dotPath(path: JsonPath): string {
  return path
    .map((step, place) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)) return `[${JSON.stringify(step)}]`
      return place === 0 ? step : `.${step}`
    })
    .join('')
}

/** `$.person.tags[0]['first name']`: a normal JSONPath (RFC 9535). */
export function jsonPath(path: JsonPath): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(step) ? `.${step}` : `['${escapeName(step)}']`
  })
  return `$${steps.join('')}`
}

/** RFC 9535 §2.7: as in JSON, but between single quotation marks. */
function escapeName(name: string): string {
  return JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
}

/** `data #>> '{person,tags,0}'`: reads the value in Postgres, as text. `column` is written as in SQL. */
export function postgresPath(path: JsonPath, column: string): string {
  const elements = path.map((step) => {
    const text = String(step)
    const isPlain = /^[\p{L}\p{N}_-]+$/u.test(text) && text.toUpperCase() !== 'NULL'
    return isPlain ? text : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  })
  return `${column} #>> '{${elements.join(',').replaceAll("'", "''")}}'`
}

/** The value that a JSON pointer names; null where there is none, or the text is no pointer. */
export function nodeAt(document: JsonDocument, pointer: string): JsonNode | null {
  const [before, ...steps] = pointer.split('/')
  if (before !== '') return null
  let node: JsonNode | null = document.root
  for (const step of steps) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    const children: JsonNode[] = node ? childrenOf(document, node, node.size) : []
    node = children.find((child) => String(keyOf(document, child)) === key) ?? null
  }
  return node
}

/** `/person/tags/0`: a JSON pointer (RFC 6901). The root is the empty text. */
export function jsonPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
