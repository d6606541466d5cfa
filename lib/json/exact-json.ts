import { endOfString } from './json-text'

/** JSON that keeps what `JSON.parse` would alter: every digit of a number, and keys such as `__proto__`. */
export type ExactJson = ExactObject | ExactList | ExactLeaf

export interface ExactObject {
  kind: 'object'
  members: ReadonlyMap<string, ExactJson>
}

export interface ExactList {
  kind: 'list'
  items: readonly ExactJson[]
}

/** A text, number, `true`, `false` or `null`, as JSON text; texts with no more escapes than they need. */
export interface ExactLeaf {
  kind: 'leaf'
  source: string
}

/** Levels that are read: what is nested deeper was made by no person and is edited by none. */
const DEEPEST = 500

const BLANK = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/** Where a text stops being JSON, as an offset, and what is wrong there in a sentence. */
export class NotJson extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message)
  }
}

/** Reads JSON text. Throws NotJson for what is none, for a key that stands twice in one object, and below 500 levels. */
export function parseExact(text: string): ExactJson {
  let at = 0
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const next = (): string => {
    skip(BLANK)
    return text.charAt(at)
  }
  const expect = (sign: string, why: string) => {
    if (next() !== sign) throw new NotJson(at, why)
    at += 1
  }
  const readText = (): string => {
    const end = endOfString(text, at)
    const decoded = end === -1 ? null : decodeText(text.slice(at, end))
    if (decoded === null) throw new NotJson(at, 'This text is not closed, or has a line break or a wrong escape in it.')
    at = end
    return decoded
  }
  /** What stands between two brackets, with commas between. */
  const readBetween = (close: string, what: string, readOne: () => void) => {
    at += 1
    if (next() === close) {
      at += 1
      return
    }
    for (;;) {
      readOne()
      if (next() === close) break
      expect(
        ',',
        at >= text.length ? `The ${what} is not closed.` : `A comma or the end of the ${what} is missing here.`,
      )
    }
    at += 1
  }
  const readObject = (depth: number): ExactObject => {
    const members = new Map<string, ExactJson>()
    readBetween('}', 'object', () => {
      if (next() !== '"') throw new NotJson(at, 'A key in double quotation marks is missing here.')
      const start = at
      const key = readText()
      if (members.has(key)) throw new NotJson(start, 'This key is in the same object twice.')
      expect(':', 'A colon is missing after the key.')
      members.set(key, read(depth + 1))
    })
    return { kind: 'object', members }
  }
  const readList = (depth: number): ExactList => {
    const items: ExactJson[] = []
    readBetween(']', 'list', () => items.push(read(depth + 1)))
    return { kind: 'list', items }
  }
  const read = (depth: number): ExactJson => {
    const sign = next()
    if (depth > DEEPEST) throw new NotJson(at, `Nested more than ${DEEPEST} levels deep, which is not edited here.`)
    if (sign === '{') return readObject(depth)
    if (sign === '[') return readList(depth)
    if (sign === '"') return textLeaf(readText())
    const source = skip(NUMBER) || skip(WORD)
    if (source === '')
      throw new NotJson(at, at >= text.length ? 'A value is missing at the end.' : 'This is not a value.')
    return { kind: 'leaf', source }
  }
  const value = read(1)
  if (next() !== '') throw new NotJson(at, 'There is more after the end of the document.')
  return value
}

/** A text as a leaf. */
export function textLeaf(text: string): ExactLeaf {
  return { kind: 'leaf', source: JSON.stringify(text) }
}

function decodeText(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Its JSON text, in one line without blanks. */
export function printExact(json: ExactJson): string {
  if (json.kind === 'leaf') return json.source
  if (json.kind === 'list') return `[${json.items.map(printExact).join(',')}]`
  return `{${[...json.members].map(([key, member]) => `${JSON.stringify(key)}:${printExact(member)}`).join(',')}}`
}

/** The value for people: a text without its quotation marks, anything else as JSON. */
export function plainExact(json: ExactJson): string {
  return json.kind === 'leaf' && json.source.startsWith('"') ? String(JSON.parse(json.source)) : printExact(json)
}

/** Whether two values are the same; the order of an object's keys says nothing, as in Postgres. Null is no value at all. */
export function sameExact(one: ExactJson | null, other: ExactJson | null): boolean {
  if (one === other) return true
  if (one?.kind === 'leaf') return other?.kind === 'leaf' && one.source === other.source
  if (one?.kind === 'list') {
    if (other?.kind !== 'list' || one.items.length !== other.items.length) return false
    return one.items.every((item, place) => sameExact(item, other.items[place] ?? null))
  }
  if (one?.kind !== 'object' || other?.kind !== 'object' || one.members.size !== other.members.size) return false
  return [...one.members].every(([key, member]) => sameExact(member, other.members.get(key) ?? null))
}
