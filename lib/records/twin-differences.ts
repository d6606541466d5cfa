import { type ExactJson, NotJson, parseExact, plainExact } from '../json/exact-json'
import { changesBetween, valueAt } from '../json/merge'
import type { Masker } from '../mask/policy'
import type { TwinDifference } from './twins-dto'

/**
 * What differs between records, given as the JSON texts that Postgres wrote, in the order of the first that has it: objects are compared
 * inside, lists as a whole, secrets as they are shown. Null for what is nested too deep to be read.
 */
export function twinDifferences(
  mask: Masker,
  texts: readonly string[],
): { differences: TwinDifference[]; hasMasked: boolean } | null {
  const masked = texts.map((text) => mask.validJson(text))
  const states = readAll(masked.map(({ text }) => text))
  const [first, ...others] = states ?? []
  if (!states || !first) return null
  const paths = new Map(
    others.flatMap((other) => changesBetween(first, other)).map(({ path }) => [JSON.stringify(path), path]),
  )
  // Where one has an object and another a text, some differ at the key and some below it: the key says it all.
  const outermost = [...paths.values()].filter(
    (path) => !path.some((_, depth) => depth > 0 && paths.has(JSON.stringify(path.slice(0, depth)))),
  )
  return {
    differences: outermost.map((path) => ({
      name: path.join('.'),
      values: states.map((state) => {
        const value = valueAt(state, path)
        return value && plainExact(value)
      }),
    })),
    hasMasked: masked.some(({ count }) => count > 0),
  }
}

function readAll(texts: readonly string[]): ExactJson[] | null {
  try {
    return texts.map(parseExact)
  } catch (error) {
    if (error instanceof NotJson) return null
    throw error
  }
}
