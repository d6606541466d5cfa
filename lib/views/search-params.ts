import type { Route } from 'next'
import { AUDIT_FIELDS } from '../audit/fields'
import { auditQuery, readAuditSearch } from '../audit/search-params'
import { CONNECTION_FIELDS } from '../connections/fields'
import { connectionQuery, readConnectionSearch } from '../connections/search-params'
import type { Clock } from '../query/dates'
import type { FieldDefinition } from '../query/fields'
import { keepKnown } from '../query/keep-known'
import { splitPaths } from '../query/path-text'
import { RECORD_FIELDS } from '../records/fields'
import { readRecordSearch } from '../records/search-params'
import { recordQuery } from '../records/search-query'
import { routes } from '../routes'
import type { ParamProblem, RawParams } from '../table/table-params'

export const VIEW_TABLES = ['records', 'connections', 'audit'] as const
export type ViewTable = (typeof VIEW_TABLES)[number]

/** The table that a stored name means. Throws for any other: only the verbs here write it. */
export function asViewTable(name: string): ViewTable {
  const table = VIEW_TABLES.find((known) => known === name)
  if (!table) throw new Error(`There are no views of a table “${name}”.`)
  return table
}

type Query = Record<string, string | undefined>

interface TableOfViews {
  /** The parameters that a view keeps, in the order in which they are written. */
  keys: readonly string[]
  fields: readonly FieldDefinition[]
  /** The state that an address asks for, as its shortest query, and what in it was not understood. */
  read: (raw: RawParams) => { query: Query; problems: readonly ParamProblem[] }
  href: (query?: Query) => Route
}

const TABLES: Record<ViewTable, TableOfViews> = {
  records: {
    keys: ['q', 'state', 'sort', 'size', 'columns'],
    fields: RECORD_FIELDS,
    read: (raw) => {
      const { search, problems } = readRecordSearch(raw)
      return { query: recordQuery(search), problems }
    },
    href: routes.records,
  },
  connections: {
    keys: ['q', 'sort', 'size'],
    fields: CONNECTION_FIELDS,
    read: (raw) => {
      const { search, problems } = readConnectionSearch(raw)
      return { query: connectionQuery(search), problems }
    },
    href: routes.connections,
  },
  audit: {
    keys: ['q', 'sort', 'size'],
    fields: AUDIT_FIELDS,
    read: (raw) => {
      const { search, problems } = readAuditSearch(raw)
      return { query: auditQuery(search), problems }
    },
    href: routes.audit,
  },
}

/** A part of a view that is understood no more: a term of its filter, a column, a sort. */
export interface DroppedPart {
  parameter: string
  text: string
}

/** What a view keeps of an address that was understood, as text: filter, state, sort, size and columns, defaults left out. */
export function viewQuery(table: ViewTable, raw: RawParams): string {
  return print(table, TABLES[table].read(raw).query)
}

function print(table: ViewTable, query: Query): string {
  const pairs = TABLES[table].keys.flatMap((key) => {
    const value = query[key]
    return value === undefined || value === '' ? [] : [[key, value]]
  })
  return new URLSearchParams(pairs).toString()
}

/**
 * What a kept query still means: the query without what is understood no more, and what that was. Lists, such as columns and sorts,
 * lose only the members that are not known; the same text comes back when all is well.
 */
export function knownQuery(table: ViewTable, kept: string, clock: Clock): { query: string; dropped: DroppedPart[] } {
  const { keys, fields, read } = TABLES[table]
  const stored = new URLSearchParams(kept)
  const filter = keepKnown(stored.get('q') ?? '', fields, clock)
  const dropped = filter.dropped.map((text) => ({ parameter: 'q', text }))
  const known: Record<string, string> = { q: filter.text }
  for (const key of keys.filter((name) => name !== 'q')) {
    const isKnown = (text: string) => read({ q: filter.text, [key]: text }).problems.length === 0
    const part = knownMembers(stored.get(key) ?? '', isKnown)
    known[key] = part.text
    dropped.push(...part.dropped.map((text) => ({ parameter: key, text })))
  }
  return { query: viewQuery(table, known), dropped }
}

function knownMembers(list: string, isKnown: (text: string) => boolean): { text: string; dropped: string[] } {
  if (isKnown(list)) return { text: list, dropped: [] }
  const members = splitPaths(list)
  const text = members.filter(isKnown).join(',')
  if (text === '' || !isKnown(text)) return { text: '', dropped: [list] }
  return { text, dropped: members.filter((member) => !isKnown(member)) }
}

/** Whether the address itself says what of the table is shown, and not only how many rows to a page. */
export function showsItself(table: ViewTable, raw: RawParams): boolean {
  return TABLES[table].keys.some((key) => key !== 'size' && raw[key] !== undefined)
}

/** The address of a table in the state of a view, which it names. */
export function viewHref(table: ViewTable, view: { id: string; query: string }): Route {
  return TABLES[table].href({ ...Object.fromEntries(new URLSearchParams(view.query)), view: view.id })
}

interface BuiltInView {
  /** Stands in the address like the id of a saved view. */
  id: string
  name: string
  query: string
}

/** What every table offers before anyone has saved a view. The first is the table as it is without a word in the address. */
export const BUILT_IN_VIEWS: Record<ViewTable, readonly [BuiltInView, ...BuiltInView[]]> = {
  records: [
    { id: 'all', name: 'All records', query: '' },
    { id: 'failed', name: 'Failed enrichment', query: 'q=enrichmentStatus%3AFAILED' },
  ],
  connections: [
    { id: 'all', name: 'All connections', query: '' },
    { id: 'issues', name: 'With issues', query: 'q=issues%3A*' },
  ],
  audit: [{ id: 'all', name: 'All entries', query: '' }],
}

/** Whether the address says nothing at all, so that the default view of the person's role stands in. */
export function isBare(raw: RawParams): boolean {
  return Object.values(raw).every((value) => value === undefined)
}
