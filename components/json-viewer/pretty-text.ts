import { endOfString } from './document'

/** Beyond this depth lines move no further: the indentation of a deep document would outgrow the document itself. */
const DEEPEST_INDENT = 64

/**
 * Valid JSON text over several lines, two spaces a level; what is between the brackets and commas stays as it is. Reads the text once
 * and builds nothing else, so 5 MB take a tenth of a second. What is no JSON comes back with its brackets broken over lines.
 */
export function prettyText(text: string): string {
  let pretty = ''
  let depth = 0
  let done = 0
  let at = 0
  // What stands here goes on in a new line, white space after it left out.
  const breakLine = (behind: number) => {
    pretty += text.slice(done, behind) + indent(depth)
    at = nextSign(text, behind)
    done = at
  }
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === COMMA) breakLine(at + 1)
    else if (code === COLON) {
      const next = nextSign(text, at + 1)
      const isAsWanted = next === at + 2 && text.charCodeAt(at + 1) === SPACE
      if (!isAsWanted) {
        pretty += `${text.slice(done, at)}: `
        done = next
      }
      at = next
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      const next = nextSign(text, at + 1)
      if (isClosing(text.charCodeAt(next))) {
        pretty += text.slice(done, at + 1)
        done = next
        at = next + 1
      } else {
        depth += 1
        breakLine(at + 1)
      }
    } else if (isClosing(code)) {
      depth -= 1
      pretty += text.slice(done, at) + indent(depth)
      done = at
      at += 1
    } else if (code <= SPACE) {
      pretty += text.slice(done, at)
      at = nextSign(text, at)
      done = at
    } else at += 1
  }
  return pretty + text.slice(done)
}

const indents: string[] = []
const [QUOTE, SPACE, COLON, COMMA] = [0x22, 0x20, 0x3a, 0x2c]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d]

/** A line feed and the spaces of a depth; each depth's is made once. */
function indent(depth: number): string {
  const known = indents[depth]
  if (known !== undefined) return known
  const fresh = `\n${'  '.repeat(Math.max(0, Math.min(depth, DEEPEST_INDENT)))}`
  indents[depth] = fresh
  return fresh
}

function isClosing(code: number): boolean {
  return code === CLOSE_BRACE || code === CLOSE_BRACKET
}

function nextSign(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1
  return at
}
