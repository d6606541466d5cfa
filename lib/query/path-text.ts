import type { PathStep } from './ast'
import { printPath } from './print'
import { isNameCharacter, Scanner, SyntaxProblem } from './scanner'
import { quote } from './term-text'

/** UTF-16 code units that a path may have in an address, and steps. */
const MAX_LENGTH = 300
const MAX_STEPS = 12
/** What stands between and behind the paths of a list, so that a key with one of them is quoted there. */
const MARKS = ',!~'
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what it looks for.
const UNSTORABLE = /\u0000|\p{Surrogate}/u

/** The parts of `text` between commas that are not inside quotation marks. A list of one empty part for an empty text. */
export function splitPaths(text: string): string[] {
  const parts = ['']
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === ',' && !quoted) {
      parts.push('')
      continue
    }
    parts.push(`${parts.pop()}${character}`)
    if (quoted && character === '\\') {
      at += 1
      parts.push(`${parts.pop()}${text.charAt(at)}`)
    } else if (character === '"') quoted = !quoted
  }
  return parts
}

/** The steps of a path written as in the filter, without a colon: `data.items[0]."odd key"`. Null for anything else. */
export function readPath(text: string): PathStep[] | null {
  if (text.length > MAX_LENGTH || UNSTORABLE.test(text)) return null
  const scanner = new Scanner(`${text}:`)
  const field = readField(scanner)
  return field && scanner.done && field.length <= MAX_STEPS ? field : null
}

function readField(scanner: Scanner): PathStep[] | null {
  try {
    return scanner.field()?.steps ?? null
  } catch (error) {
    if (error instanceof SyntaxProblem) return null
    throw error
  }
}

/** The one way in which a list of paths writes this one; it is also understood before a colon. */
export function printListedPath(steps: readonly PathStep[]): string {
  return steps.map((step, place) => printStep(step, place)).join('')
}

function printStep(step: PathStep, place: number): string {
  if (step.type !== 'key' || place === 0) return printPath({ steps: [step] })
  const isPlain =
    step.key !== '' && [...step.key].every((character) => isNameCharacter(character) && !MARKS.includes(character))
  return isPlain ? `.${step.key}` : `.${quote(step.key)}`
}
