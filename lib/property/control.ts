import { type ExactJson, plainExact, printExact, textLeaf } from '../json/exact-json'
import type { PropertyType } from './property-type'

/** How a value is entered. `fixed` is only shown: what is neither simple nor a list of texts is changed as JSON. */
export type Control = 'line' | 'text' | 'day' | 'number' | 'flag' | 'lines' | 'fixed'

const NULL: ExactJson = { kind: 'leaf', source: 'null' }
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/

const WANTED: Record<PropertyType, readonly Control[]> = {
  LONG_TEXT: ['text'],
  SINGLE_LINE_TEXT: ['line', 'text'],
  SINGLE_SELECT: ['line', 'text'],
  MULTI_SELECT: ['lines', 'line', 'text'],
  CHECKBOX: ['flag', 'line'],
  DATE: ['day', 'line', 'number'],
  USER: ['line', 'text'],
  BADGE_LIST: ['lines', 'line', 'text'],
  CURRENCY: ['number', 'line'],
  URL: ['line', 'text'],
  PHONE: ['line', 'text'],
  CONTACT: ['line', 'text'],
  COMPANY: ['line', 'text'],
  PERSON: ['line', 'text'],
  ENRICHMENT: ['line', 'text', 'number', 'flag', 'lines'],
  COMPOSITE: [],
  BOOLEAN: ['flag', 'line'],
  NUMBER: ['number', 'line'],
  FLOAT: ['number', 'line'],
  JSON_OBJECT: [],
  JSON_ARRAY: [],
}

/** Whether a control can show this very value, so that it changes nothing by being there. */
const HOLDS: Record<Control, (value: ExactJson) => boolean> = {
  line: (value) => isText(value) && !plainExact(value).includes('\n'),
  text: isText,
  day: (value) => isText(value) && /^[12]\d{3}-\d{2}-\d{2}$/.test(plainExact(value)),
  number: (value) => value.kind === 'leaf' && NUMBER.test(value.source),
  flag: (value) => value.kind === 'leaf' && /^(true|false)$/.test(value.source),
  lines: (value) => value.kind === 'list' && value.items.every((item) => HOLDS.line(item) && plainExact(item) !== ''),
  fixed: () => true,
}

function isText(value: ExactJson): boolean {
  return value.kind === 'leaf' && value.source.startsWith('"')
}

function isNothing(value: ExactJson | null): boolean {
  return value === null || printExact(value) === 'null'
}

/** The control for a value of a property: the first of its type that can hold it. */
export function controlFor(type: PropertyType, value: ExactJson | null): Control {
  // A day is told from an instant only by a value that is there.
  const wanted = WANTED[type].filter((control) =>
    value === null || isNothing(value) ? control !== 'day' : HOLDS[control](value),
  )
  return wanted[0] ?? 'fixed'
}

/** What stands in the control for a value; empty for none. */
export function enteredText(control: Control, value: ExactJson | null): string {
  if (value === null || isNothing(value)) return ''
  return control === 'lines' && value.kind === 'list' ? value.items.map(plainExact).join('\n') : plainExact(value)
}

/**
 * The value for what was entered; `begun` is what was there first: whoever empties a control that was empty changes nothing. Undefined
 * for what is no number.
 */
export function enteredValue(control: Control, text: string, begun: ExactJson | null): ExactJson | null | undefined {
  if (text.trim() === '' && (isNothing(begun) || control === 'number' || control === 'flag' || control === 'day'))
    return isNothing(begun) ? begun : NULL
  switch (control) {
    case 'number':
      return NUMBER.test(text.trim()) ? { kind: 'leaf', source: text.trim() } : undefined
    case 'flag':
      return { kind: 'leaf', source: text === 'true' ? 'true' : 'false' }
    case 'lines': {
      const items = text.split('\n').map((line) => line.trim())
      return { kind: 'list', items: items.filter((line) => line !== '').map(textLeaf) }
    }
    default:
      return textLeaf(text)
  }
}
