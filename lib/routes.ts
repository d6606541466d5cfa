import type { Route } from 'next'

type Query = Record<string, string | number | undefined>

/** `path?query` with undefined and empty values left out, in the order given, so that one state has one address. */
function withQuery(path: string, query: Query = {}): Route {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  )
  // Colons, commas and asterisks stay readable: people read filter expressions in their address bar.
  const text = new URLSearchParams(pairs).toString().replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2A/g, '*')
  return (text ? `${path}?${text}` : path) as Route
}

const segment = encodeURIComponent

/** Every internal address. Pages and components make links only through these. */
export const routes = {
  overview: () => withQuery('/'),
  login: (query?: { callbackUrl?: string; reason?: string }) => withQuery('/login', query),
  setUp: (query?: { token?: string }) => withQuery('/setup', query),
  records: (query?: Query) => withQuery('/records', query),
  /** `query` is the list that the person came from, for previous, next and back. */
  record: (id: string, query?: Query) => withQuery(`/records/${segment(id)}`, query),
  /** The record's masked document as JSON text, for values too large to be part of the page. */
  recordData: (id: string) => withQuery(`/records/${segment(id)}/data`),
  /** The exact number of records in the list that `query` names, as lines of JSON. */
  recordCount: (query?: Query) => withQuery('/records/count', query),
  /** What a peek at the record shows, masked, as JSON. */
  recordPeek: (id: string) => withQuery(`/records/${segment(id)}/peek`),
  /** What a field of records holds, for completing a filter. */
  recordValues: (query: Query) => withQuery('/records/values', query),
  connections: (query?: Query) => withQuery('/connections', query),
  connection: (id: string, query?: Query) => withQuery(`/connections/${segment(id)}`, query),
  /** The connection's masked sync configuration as JSON text, for values too large to be part of the page. */
  connectionSyncConfig: (id: string) => withQuery(`/connections/${segment(id)}/sync-config`),
  /** The same of connections, and of the audit trail. */
  connectionValues: (query: Query) => withQuery('/connections/values', query),
  auditValues: (query: Query) => withQuery('/audit/values', query),
  audit: (query?: Query) => withQuery('/audit', query),
  /** Leads on to the table that the saved view is of. */
  view: (id: string) => withQuery(`/views/${segment(id)}`),
  /** What the database has to answer from: sizes and indexes. */
  database: () => withQuery('/database'),
  users: () => withQuery('/users'),
  /** Every component in every state; for those who build. */
  design: (query?: Query) => withQuery('/design', query),
} as const

/** A path of this site that came from outside and that `safeCallback` let through. */
export function sitePath(path: string): Route {
  return path as Route
}
