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
  /** The overview with this step of the tour beside what it explains. */
  tour: (step: number) => `${withQuery('/', { tour: String(step) })}#tour` as Route,
  login: (query?: { callbackUrl?: string; reason?: string; error?: string }) => withQuery('/login', query),
  /** Where someone proves to the identity provider again who they are, in a window of its own. */
  signInAgain: (query?: { done?: string }) => withQuery('/login/again', query),
  /** Where someone whose role asks for one-time codes sets them up before anything else. */
  codes: (query?: { callbackUrl?: string }) => withQuery('/login/codes', query),
  /** What one-time links open. The token stands behind `#`, which a browser sends to no one: no log, no proxy and no other site sees it. */
  setUp: (token = '') => `${withQuery('/setup')}${token && `#${token}`}` as Route,
  newPassword: (token = '') => `${withQuery('/new-password')}${token && `#${token}`}` as Route,
  /** Where someone who cannot sign in asks for such a link. */
  forgot: () => withQuery('/forgot'),
  records: (query?: Query) => withQuery('/records', query),
  /** `query` is the list that the person came from, for previous, next and back. */
  record: (id: string, query?: Query) => withQuery(`/records/${segment(id)}`, query),
  /** The record's masked document as JSON text, for values too large to be part of the page. */
  recordData: (id: string) => withQuery(`/records/${segment(id)}/data`),
  /** Where the record's data and what stands beside it are changed; `at` is the pointer of the value in the data that is meant (RFC 6901). */
  recordEdit: (id: string, query?: { at?: string }) => withQuery(`/records/${segment(id)}/edit`, query),
  /** The record's state as it is edited, masked, as JSON text. */
  recordState: (id: string) => withQuery(`/records/${segment(id)}/edit/state`),
  /** Where a record is made for an entity. */
  recordNew: (query: { entityId: string }) => withQuery('/records/new', query),
  /** Groups of live records that share entity and external id, from a place on; and one group side by side. */
  twins: (query?: { externalId?: string; entity?: string; past?: string }) => withQuery('/records/twins', query),
  twinGroup: (query: { externalId: string; entity: string }) => withQuery('/records/twins/compare', query),
  /** Where ids that someone brings along become a selection; what one came to; and what it did not find, as a file. */
  importIds: () => withQuery('/records/import'),
  idSet: (id: string) => withQuery(`/records/import/${segment(id)}`),
  idSetMissing: (id: string) => withQuery(`/records/import/${segment(id)}/missing`),
  /** The exact number of records in the list that `query` names, as lines of JSON. */
  recordCount: (query?: Query) => withQuery('/records/count', query),
  /** What a peek at the record shows, masked, as JSON. */
  recordPeek: (id: string) => withQuery(`/records/${segment(id)}/peek`),
  /** What a field of records holds, for completing a filter. */
  recordValues: (query: Query) => withQuery('/records/values', query),
  batches: (query?: Query) => withQuery('/batches', query),
  batch: (id: string, query?: Query) => withQuery(`/batches/${segment(id)}`, query),
  /** A file of every record that the list names, in the `format` that the query asks for. */
  recordExport: (query: Query) => withQuery('/records/export', query),
  connectionExport: (query: Query) => withQuery('/connections/export', query),
  auditExport: (query: Query) => withQuery('/audit/export', query),
  /** Files that were taken out, and what proves one of them. */
  exports: () => withQuery('/exports'),
  exportManifest: (id: string) => withQuery(`/exports/${segment(id)}/manifest`),
  /** A file that was made in the background, whole or in part. */
  exportFile: (id: string) => withQuery(`/exports/${segment(id)}/file`),
  connections: (query?: Query) => withQuery('/connections', query),
  connection: (id: string, query?: Query) => withQuery(`/connections/${segment(id)}`, query),
  /** The connection's masked sync configuration as JSON text, for values too large to be part of the page. */
  connectionSyncConfig: (id: string) => withQuery(`/connections/${segment(id)}/sync-config`),
  /** The same of connections, and of the audit trail. */
  connectionValues: (query: Query) => withQuery('/connections/values', query),
  auditValues: (query: Query) => withQuery('/audit/values', query),
  /** Everything that is known of a connection, in the order of time. */
  connectionTimeline: (id: string, query?: Query) => withQuery(`/connections/${segment(id)}/timeline`, query),
  /** A synced object type of one connection: its properties, and what its records hold. */
  entity: (id: string) => withQuery(`/entities/${segment(id)}`),
  /** End users by reference. */
  customers: (query?: Query) => withQuery('/customers', query),
  customerTimeline: (reference: string, query?: Query) => withQuery(`/customers/${segment(reference)}/timeline`, query),
  /** Everything about one end user, by your reference of them. */
  customer: (reference: string) => withQuery(`/customers/${segment(reference)}`),
  /** Issues of all connections by cause; and one cause. */
  issues: (query?: Query) => withQuery('/issues', query),
  issue: (id: string) => withQuery(`/issues/${segment(id)}`),
  issueValues: (query: Query) => withQuery('/issues/values', query),
  /** Whom to tell of causes; a new channel; and one with what it was told. */
  notices: () => withQuery('/notices'),
  noticeNew: (kind: string) => withQuery('/notices/new', { kind }),
  notice: (id: string) => withQuery(`/notices/${segment(id)}`),
  audit: (query?: Query) => withQuery('/audit', query),
  /** Leads on to the table that the saved view is of. */
  view: (id: string) => withQuery(`/views/${segment(id)}`),
  /** What a text finds, as lines of JSON; and where it is noted that a place was used. */
  search: (query?: { q?: string; group?: string }) => withQuery('/search', query),
  searchUse: () => withQuery('/search/use'),
  /** Why something cannot be seen; `list` is the address of the list that it was missed in. */
  why: (query?: { q?: string; list?: string }) => withQuery('/why', query),
  /** What the database has to answer from: sizes and indexes. */
  database: () => withQuery('/database'),
  /** How this instance and its database are. */
  status: () => withQuery('/status'),
  /** What is new to the page that the query names, as server-sent events. */
  live: (query: Query) => withQuery('/live', query),
  /** What is masked for whom. */
  /** The rules, and what `as` is shown of `record` by them. */
  masking: (query?: { record?: string; as?: string }) => withQuery('/masking', query),
  /** With what scripts read. */
  tokens: () => withQuery('/tokens'),
  users: () => withQuery('/users'),
  /** One person: where they are signed in. */
  user: (id: string) => withQuery(`/users/${segment(id)}`),
  /** What concerns whoever is signed in: their sessions, their password. */
  account: () => withQuery('/account'),
  /** Every component in every state; for those who build. */
  design: (query?: Query) => withQuery('/design', query),
} as const

/** A path of this site that came from outside and that `safeCallback` let through. */
export function sitePath(path: string): Route {
  return path as Route
}
