import 'server-only'
import { authorize } from '../auth/permissions'
import { customerConnections, customerRecords } from '../customers/queries'
import { readDatabase } from '../db/replica'
import { formatCount } from '../format-number'
import { maskPolicy } from '../mask/mask-policy'
import { parseQuery } from '../query/parse'
import { entityTypesOf } from '../records/record-registry'
import type { RecordSearch } from '../records/search-query'
import { routes } from '../routes'
import { findExact } from '../search/find-exact'
import { findRecords } from '../search/find-records'
import type { FoundHits } from '../search/line'
import { requestSignal } from '../server/request-state'
import type { Asked } from './asked'
import { explainConnection } from './explain-connection'
import { explainNothing } from './explain-nothing'
import { explainRecord } from './explain-record'
import { type Explanation, type Finding, reasonsFirst } from './finding'

/** Records and connections that are explained one by one. */
const MOST = 5

/**
 * Why what the text names cannot be seen: the record of this id or external id, the records that have it in their data, the end user of this
 * reference, the connection of this id; else what was looked for and where. `list` is the list that the person missed it in. Throws FORBIDDEN.
 */
export async function explain(asked: Asked, text: string, list: RecordSearch | null): Promise<Explanation[]> {
  const { actor, viewer } = asked
  for (const permission of ['records:read', 'connections:read', 'issues:read'] as const) authorize(actor, permission)
  const db = await readDatabase()
  const signal = requestSignal() ?? new AbortController().signal
  const looked = { text, locale: viewer.locale, timeZone: viewer.timeZone, signal }
  const exact = (await findExact(actor, db, looked)) ?? []
  const keysOf = (kind: string) => exact.filter((hit) => hit.kind === kind).map(({ key }) => key)
  let inData: FoundHits | undefined
  if (exact.length === 0)
    for await (const group of findRecords(await maskPolicy(actor), db, looked, [], MOST)) inData = group
  const ids = [...keysOf('record'), ...(inData?.hits ?? []).map(({ key }) => key)].slice(0, MOST)
  const records = await Promise.all(ids.map((id) => explainRecord(asked, id, list)))
  const types = list ? entityTypesOf(astOf(list.q)) : []
  const customers = await Promise.all(keysOf('customer').map((reference) => explainCustomer(asked, reference, types)))
  const connections = exact.filter(({ kind }) => kind === 'connection').map(({ key, title }) => ({ key, title }))
  const explained = [
    ...records.filter((record) => record !== null),
    ...customers,
    ...(await Promise.all(
      connections.map(async ({ key, title }) => ({
        id: key,
        title: `The connection ${title}`,
        href: routes.connection(key),
        findings: reasonsFirst(
          await explainConnection(asked, { id: key, integration: title.split(' · ')[0] ?? title }, types),
        ),
      })),
    )),
  ]
  return explained.length > 0 ? toldApart(explained) : [await explainNothing(asked, db, looked, inData?.note)]
}

/** Records that share an external id have their own ids besides. */
function toldApart(explanations: readonly Explanation[]): Explanation[] {
  const isShared = (title: string) => explanations.filter((other) => other.title === title).length > 1
  return explanations.map((one) => (isShared(one.title) ? { ...one, title: `${one.title} · ${one.id}` } : one))
}

function astOf(q: string) {
  const parsed = parseQuery(q)
  return parsed.ok ? parsed.ast : null
}

async function explainCustomer(asked: Asked, reference: string, types: readonly string[]): Promise<Explanation> {
  const [connections, counts] = await Promise.all([
    customerConnections(asked.actor, reference),
    customerRecords(asked.actor, reference),
  ])
  const parts = await Promise.all(
    connections.slice(0, MOST).map((connection) => explainConnection(asked, connection, types)),
  )
  return {
    id: reference,
    title: `The end user ${reference}`,
    href: routes.customer(reference),
    findings: reasonsFirst([
      {
        verdict: 'clear',
        sentence: `The end user is known, with ${formatCount(asked.viewer.locale, connections.length, { one: 'connection', other: 'connections' })}.`,
        link: { label: 'Open the end user', href: routes.customer(reference) },
      },
      recordsOf(asked, counts),
      ...parts.flat(),
    ]),
  }
}

function recordsOf({ viewer: { locale } }: Asked, counts: Awaited<ReturnType<typeof customerRecords>>): Finding {
  if (counts === null) return { verdict: 'unknown', sentence: 'Counting the end user’s records took too long.' }
  const sum = (key: 'active' | 'archived' | 'deleted') => counts.reduce((total, row) => total + row[key], 0)
  const [live, deleted] = [sum('active') + sum('archived'), sum('deleted')]
  const count = (value: number, word: string) =>
    formatCount(locale, value, { one: `${word} record`, other: `${word} records` })
  if (live === 0)
    return {
      verdict: 'reason',
      sentence:
        deleted > 0
          ? `All ${count(deleted, 'synced')} are soft-deleted.`
          : 'Nothing has been synced for the end user yet.',
    }
  return { verdict: 'clear', sentence: `The end user has ${count(live, 'live')} and ${count(deleted, 'deleted')}.` }
}
