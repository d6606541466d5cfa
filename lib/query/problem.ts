import type { Span } from './ast'

/** Why a filter was not understood, in a sentence for the person who typed it, and the place in their text. */
export interface QueryProblem extends Span {
  message: string
  /** Text that, put in place of `from`…`to`, would be valid. */
  suggestion?: string
}
