import Papa from 'papaparse'
import type { IdKind } from '@/lib/records/id-sets-schema'

/** A file of ids as columns: by the names of its first line or of its objects, or by number. */
export interface IdTable {
  columns: { name: string; values: string[] }[]
  /** The column that most likely has the ids, and what they are. */
  guess: { column: number; kind: IdKind }
}

/** Names of columns that say what is in them, without case and signs. */
const NAMES: Readonly<Record<string, IdKind>> = {
  recordid: 'id',
  id: 'id',
  externalid: 'externalId',
  sourceid: 'externalId',
  remoteid: 'externalId',
}

/**
 * Reads the text of a file: NDJSON when its first line is an object, a text or a number of JSON, else CSV with commas, semicolons, tabs or
 * one id a line. Lines that NDJSON cannot be read from have no values; null when there is nothing to read.
 */
export function readIdTable(text: string): IdTable | null {
  const columns = (looksLikeJson(text) ? jsonColumns(text) : csvColumns(text)).filter(({ values }) => values.length > 0)
  if (columns.length === 0) return null
  const kinds = columns.map(({ name }) => NAMES[name.toLowerCase().replaceAll(/[^a-z]/g, '')])
  const named = kinds.findIndex((kind) => kind !== undefined)
  return { columns, guess: { column: Math.max(named, 0), kind: kinds[named] ?? 'externalId' } }
}

function looksLikeJson(text: string): boolean {
  const line = /^\s*(\S[^\n]*)/.exec(text)?.[1] ?? ''
  return line.startsWith('{') && parsed(line) !== undefined
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function jsonColumns(text: string): IdTable['columns'] {
  const columns = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const value = parsed(line)
    if (typeof value !== 'object' || value === null) continue
    for (const [name, member] of Object.entries(value)) {
      if (typeof member !== 'string' && typeof member !== 'number') continue
      const values = columns.get(name) ?? []
      columns.set(name, values)
      // A number as it is written: an id may have more digits than JavaScript keeps.
      values.push(typeof member === 'string' ? member : (digitsOf(line, name) ?? String(member)))
    }
  }
  return [...columns].map(([name, values]) => ({ name, values: distinct(values) }))
}

function digitsOf(line: string, name: string): string | undefined {
  const key = JSON.stringify(name).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${key}\\s*:\\s*(-?\\d+)\\s*[,}]`).exec(line)?.[1]
}

function csvColumns(text: string): IdTable['columns'] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [head = [], ...rows] = data
  const hasHead =
    head.some((name) => NAMES[name.toLowerCase().replaceAll(/[^a-z]/g, '')] !== undefined) || isHead(head, rows)
  return head.map((name, place) => ({
    name: hasHead ? name : `Column ${place + 1}`,
    values: distinct((hasHead ? rows : data).map((row) => row[place] ?? '')),
  }))
}

/** Names have no digits, and what stands below them has: a file without names is not to lose its first id. */
function isHead(head: readonly string[], rows: readonly string[][]): boolean {
  return (
    rows.length > 0 && head.every((name) => !/\d/.test(name)) && rows.some((row) => row.some((cell) => /\d/.test(cell)))
  )
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))]
}
