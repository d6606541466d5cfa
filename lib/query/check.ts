import { bindQuery } from './bind'
import type { Clock } from './dates'
import type { FieldDefinition } from './fields'
import { parseQuery } from './parse'
import type { QueryProblem } from './problem'

/** What is wrong with a filter text, without asking the database: the same problems as compiling it finds. Empty when it is valid. */
export function checkQuery(text: string, fields: readonly FieldDefinition[], clock: Clock): readonly QueryProblem[] {
  const parsed = parseQuery(text)
  if (!parsed.ok) return parsed.problems
  const bound = bindQuery(parsed.ast, fields, clock)
  return bound.ok ? [] : bound.problems
}
