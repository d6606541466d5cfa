import type { Literal, PathStep, Span } from './ast'
import { MAX_VALUE_LENGTH } from './literal'
import type { QueryProblem } from './problem'

/** The largest subscript that Postgres accepts in a JSON path. */
const MAX_INDEX = 2_147_483_647

/** Carries a problem out of the recursion; `parseQuery` catches it and nothing else sees it. */
export class SyntaxProblem extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.message)
  }
}

export function isSpace(character: string): boolean {
  return /^\s$/.test(character)
}

/** Characters that end an unquoted value, unless escaped by a backslash. */
export function endsWord(character: string): boolean {
  return character === '(' || character === ')' || character === '"' || isSpace(character)
}

/** Whether `character` may stand in an unquoted step of a field's path. */
export function isNameCharacter(character: string): boolean {
  return !endsWord(character) && !'.:[]*\\'.includes(character)
}

/** Reads the filter text from left to right. Methods advance `at` past what they return, and throw `SyntaxProblem`. */
export class Scanner {
  at = 0

  constructor(readonly text: string) {}

  /** The character `ahead` places on; empty at the end of the text. */
  peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead)
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  skipSpace(): void {
    while (!this.done && isSpace(this.peek())) this.at += 1
  }

  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false
    this.at += expected.length
    return true
  }

  /** Whether `keyword` stands here as a word of its own. */
  isAtKeyword(keyword: string): boolean {
    const after = this.peek(keyword.length)
    return this.text.startsWith(keyword, this.at) && (after === '' || endsWord(after))
  }

  takeKeyword(keyword: string): boolean {
    return this.isAtKeyword(keyword) && this.take(keyword)
  }

  fail(message: string, span: Span = { from: this.at, to: Math.min(this.at + 1, this.text.length) }): never {
    throw new SyntaxProblem({ message, from: span.from, to: span.to })
  }

  /** The path of a field and the colon after it, or null, with nothing read, when no field stands here. */
  field(): { steps: PathStep[]; from: number; to: number } | null {
    const from = this.at
    const steps = this.#path()
    if (steps && this.peek() === ':') {
      const to = this.at
      this.at += 1
      return { steps, from, to }
    }
    this.at = from
    return null
  }

  #path(): PathStep[] | null {
    const root = this.#name()
    if (root === '' || root.startsWith('-')) return null
    const steps: PathStep[] = [{ type: 'key', key: root }]
    for (;;) {
      if (this.take('.')) {
        const isQuoted = this.peek() === '"'
        const key = isQuoted ? this.#quoted() : this.#name()
        if (key === '' && !isQuoted) return null
        steps.push({ type: 'key', key })
      } else if (this.peek() === '[') {
        const subscript = /^\[(\d+|\*)\]/.exec(this.text.slice(this.at))
        if (!subscript) return null
        steps.push(this.#subscript(subscript[1] ?? '', subscript[0].length))
      } else return steps
    }
  }

  #subscript(inner: string, length: number): PathStep {
    const from = this.at
    this.at += length
    if (inner === '*') return { type: 'every' }
    if (Number(inner) > MAX_INDEX) this.fail('No list is that long.', { from, to: this.at })
    return { type: 'index', index: Number(inner) }
  }

  #name(): string {
    const from = this.at
    while (!this.done && isNameCharacter(this.peek())) this.at += 1
    return this.text.slice(from, this.at)
  }

  /** A quoted or unquoted value; `closer` is a further character that ends an unquoted one. Null when nothing is here. */
  literal(closer?: string): Literal | null {
    const from = this.at
    const quoted = this.peek() === '"'
    const segments = quoted ? [this.#quoted()] : this.#word(closer)
    if (this.at === from) return null
    const span = { from, to: this.at }
    if (segments.join('*').length > MAX_VALUE_LENGTH)
      this.fail(`A value may have at most ${MAX_VALUE_LENGTH} characters.`, span)
    return { segments, quoted, ...span }
  }

  #word(closer?: string): string[] {
    const segments = ['']
    const append = (text: string) => segments.push(`${segments.pop()}${text}`)
    while (!this.done && !endsWord(this.peek()) && this.peek() !== closer) {
      const character = this.peek()
      this.at += 1
      if (character === '\\') append(this.#escaped())
      else if (character !== '*') append(character)
      else if (segments.length === 1 || segments.at(-1) !== '') segments.push('')
    }
    return segments
  }

  #quoted(): string {
    const from = this.at
    this.at += 1
    let value = ''
    while (this.peek() !== '"') {
      if (this.done) this.fail('This quotation mark is never closed.', { from, to: from + 1 })
      const character = this.peek()
      this.at += 1
      value += character === '\\' ? this.#escaped() : character
    }
    this.at += 1
    return value
  }

  #escaped(): string {
    if (this.done) this.fail('A backslash at the end escapes nothing.', { from: this.at - 1, to: this.at })
    const character = this.peek()
    this.at += 1
    return character
  }
}
