/** A half-open stretch of the filter text, in UTF-16 code units. */
export interface Span {
  from: number
  to: number
}

/** One step of a field's path: a key, one element of an array, or every element. */
export type PathStep =
  | { type: 'key'; key: string }
  | { type: 'index'; index: number }
  /** `[*]` */
  | { type: 'every' }

/** A field as it was written: `status`, `connection.name`, `data."odd key".items[*].sku`. Never empty; begins with a key. */
export interface FieldReference extends Span {
  steps: PathStep[]
}

/**
 * A value as it was written. `segments` is the text between the wildcards, so a value without any has one segment and
 * a lone `*` has two empty ones. A quoted value has no wildcards and is never read as a number, null or a date in JSON.
 */
export interface Literal extends Span {
  segments: string[]
  quoted: boolean
}

export type Comparator = '>' | '>=' | '<' | '<='

export type Condition =
  | { op: 'is'; value: Literal }
  | { op: 'compare'; comparator: Comparator; value: Literal }
  /** Inclusive at both ends; null is an open end. */
  | { op: 'range'; low: Literal | null; high: Literal | null }
  /** `field:(a OR b)`, at least two values. */
  | { op: 'oneOf'; values: Literal[] }

export interface TermNode extends Span {
  type: 'term'
  field: FieldReference
  condition: Condition
}

/** A word or phrase without a field. */
export interface TextNode extends Span {
  type: 'text'
  value: Literal
}

export interface NotNode extends Span {
  type: 'not'
  node: QueryNode
}

/** At least two nodes. Parentheses are kept as nesting, so that printing gives them back. */
export interface GroupNode extends Span {
  type: 'and' | 'or'
  nodes: QueryNode[]
}

/** The parentheses around a node belong to its span. */
export type QueryNode = TermNode | TextNode | NotNode | GroupNode
