import 'server-only'
import { authorize } from '../auth/permissions'
import { readDatabase } from '../db/replica'
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
import { explainCustomer } from './explain-customer'
import { explainNothing } from './explain-nothing'
import { explainRecord } from './explain-record'
import { type Explanation, reasonsFirst } from './finding'

/** Records that are explained one by one. */
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
