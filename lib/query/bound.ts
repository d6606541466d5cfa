import type { PathStep } from './ast'
import type { FieldDefinition } from './fields'

/** One end of a stretch of numbers, in the digits that were typed. */
export interface NumberEnd {
  digits: string
  inclusive: boolean
}

/** One question about one value, of the type that the field, or the value stored in the document, has. */
export type Test =
  | { op: 'set' }
  | { op: 'unset' }
  /** The text between wildcards; one segment means the whole value. `inNumbers`: the digits of a number are such a text too. */
  | { op: 'text'; segments: string[]; inNumbers?: boolean }
  | { op: 'values'; values: string[] }
  /** `inTexts`: the word inside a text counts as well. */
  | { op: 'boolean'; value: boolean; inTexts?: boolean }
  /** The null of JSON, as opposed to a key that is not there. */
  | { op: 'null' }
  /** `inTexts`: a text that is a number counts as one. */
  | { op: 'number'; low?: NumberEnd; high?: NumberEnd; inTexts?: boolean }
  /** `start` belongs to the stretch, `end` does not. */
  | { op: 'date'; start?: Date; end?: Date }

/** A filter whose every field, type and value has been found valid. */
export type BoundNode =
  | { type: 'and' | 'or'; nodes: BoundNode[] }
  | { type: 'not'; node: BoundNode }
  | { type: 'words'; segments: string[] }
  /** True when any of `tests` is. `path` is empty for a column and for a document as a whole. */
  | { type: 'test'; field: FieldDefinition; path: PathStep[]; tests: Test[] }
