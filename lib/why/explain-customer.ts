import 'server-only'
import { customerConnections, customerRecords } from '../customers/queries'
import { formatCount } from '../format-number'
import { termText } from '../query/term-text'
import { routes } from '../routes'
import type { Asked } from './asked'
import { explainConnection } from './explain-connection'
import { type Explanation, type Finding, reasonsFirst } from './finding'

/** Connections that are explained one by one. */
const MOST = 5

/** Why data of this end user cannot be seen: what is deleted or archived, and what their connections do not bring. */
export async function explainCustomer(asked: Asked, reference: string, types: readonly string[]): Promise<Explanation> {
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
      ...recordsOf(asked, reference, counts),
      ...parts.flat(),
    ]),
  }
}

/** Each part of the records that the product may leave out, with the list of exactly these. */
function recordsOf(
  { viewer: { locale } }: Asked,
  reference: string,
  counts: Awaited<ReturnType<typeof customerRecords>>,
): Finding[] {
  if (counts === null) return [{ verdict: 'unknown', sentence: 'Counting the end user’s records took too long.' }]
  const sum = (key: 'active' | 'archived' | 'deleted') => counts.reduce((total, row) => total + row[key], 0)
  const [archived, deleted] = [sum('archived'), sum('deleted')]
  const live = sum('active') + archived
  if (live + deleted === 0) return [{ verdict: 'reason', sentence: 'Nothing has been synced for the end user yet.' }]
  const q = termText('connection.connectionId', reference)
  const count = (value: number, one: string, other: string) => formatCount(locale, value, { one, other })
  const findings: Finding[] = []
  if (deleted > 0)
    findings.push({
      verdict: 'reason',
      sentence: `${count(deleted, 'record of the end user is', 'records of the end user are')} soft-deleted${live === 0 ? ', and none is live' : ''}. The product does not show deleted records.`,
      link: { label: 'Show the deleted records', href: routes.records({ q, state: 'deleted' }) },
    })
  if (archived > 0)
    findings.push({
      verdict: 'reason',
      sentence: `${count(archived, 'live record of the end user is', 'live records of the end user are')} archived. The product may leave archived records out.`,
      link: { label: 'Show the archived records', href: routes.records({ q: `${q} status:ARCHIVED` }) },
    })
  if (live > 0)
    findings.push({
      verdict: 'clear',
      sentence: `The end user has ${count(live, 'live record', 'live records')}.`,
      link: { label: 'Show the live records', href: routes.records({ q }) },
    })
  return findings
}
