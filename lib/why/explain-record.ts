import 'server-only'
import { auditTrail } from '../audit/queries'
import { can } from '../auth/permissions'
import { formatCount, formatNumber } from '../format-number'
import { termText } from '../query/term-text'
import { type RecordDetail, titleOf } from '../records/dto'
import { getRecord } from '../records/queries'
import type { RecordSearch } from '../records/search-query'
import { routes } from '../routes'
import { type Asked, momentText } from './asked'
import { explainConnection } from './explain-connection'
import { explainFilter } from './explain-filter'
import { type Explanation, type Finding, reasonsFirst } from './finding'
import { sharersOf } from './sharers'

/** Why this record can or cannot be seen; null when it is gone. */
export async function explainRecord(asked: Asked, id: string, list: RecordSearch | null): Promise<Explanation | null> {
  const record = await getRecord(asked.actor, id)
  if (!record) return null
  const { called, known } = titleOf(record)
  const [history, shared, filter, connection] = await Promise.all([
    archiver(asked, record),
    sharers(asked, record),
    list ? explainFilter(asked.actor, record, list, asked.viewer) : [],
    ofConnection(asked, record),
  ])
  return {
    id: record.id,
    title: `The record ${record.entityType} ${called}${known === null ? '' : ` (${known})`}`,
    href: routes.record(record.id),
    findings: reasonsFirst([
      { verdict: 'clear', sentence: `It exists: it was created on ${momentText(asked, record.createdAt)}.` },
      deletion(asked, record),
      ...history,
      ...filter,
      ...shared,
      ...masking(asked, record),
      ...connection,
    ]),
  }
}

function deletion(asked: Asked, { id, deletedAt, deletedBy }: RecordDetail): Finding {
  if (deletedAt === null) return { verdict: 'clear', sentence: 'It is live: nobody has soft-deleted it.' }
  const mayRestore = can(asked.actor, 'records:restore')
  const by = deletedBy ? `by ${deletedBy}` : 'by Mastra or someone else, since the audit trail knows nothing of it,'
  return {
    verdict: 'reason',
    sentence: `It was soft-deleted ${by} on ${momentText(asked, deletedAt)}. Syncs go on writing to it, but the product does not show it.${mayRestore ? '' : ' It can be restored by an operator or administrator.'}`,
    link: { label: mayRestore ? 'Open it to restore it' : 'Open it', href: routes.record(id) },
  }
}

async function archiver(asked: Asked, { id, status }: RecordDetail): Promise<Finding[]> {
  if (status === 'ACTIVE') return [{ verdict: 'clear', sentence: 'It is active, not archived.' }]
  const trail = can(asked.actor, 'audit:read') ? (await auditTrail(asked.actor, { type: 'record', id })).entries : []
  const entry = trail.find(({ action }) => action === 'record.archive')
  const by = entry
    ? `by ${entry.actorEmail} on ${momentText(asked, entry.at)}`
    : 'by Mastra or someone else, since the audit trail knows nothing of it'
  return [
    {
      verdict: 'reason',
      sentence: `It was archived ${by}. The product may leave archived records out.`,
      link: { label: 'Open it', href: routes.record(id) },
    },
  ]
}

async function sharers(asked: Asked, record: RecordDetail): Promise<Finding[]> {
  const { externalId, entityId } = record
  if (externalId === null) return [{ verdict: 'clear', sentence: 'It has no external id, so no sync writes to it.' }]
  const { twins, strangers } = await sharersOf(record.id, externalId, entityId)
  const count = (value: number, one: string, other: string) => formatCount(asked.viewer.locale, value, { one, other })
  const findings: Finding[] = []
  if (twins > 0 && entityId !== null)
    findings.push({
      verdict: 'reason',
      sentence: `${count(twins, 'other live record', 'other live records')} of the same entity with the external id ${externalId}: one may be shown or changed in place of the other.`,
      link: { label: 'Compare the twins', href: routes.twinGroup({ externalId, entity: entityId }) },
    })
  if (strangers > 0)
    findings.push({
      verdict: 'reason',
      sentence: `${count(strangers, 'record', 'records')} of another entity or connection with the same external id. A sync finds records by external id alone, so one may have been overwritten with the data of another.`,
      link: {
        label: 'Show all of them',
        href: routes.records({ q: termText('externalId', externalId), state: 'all' }),
      },
    })
  return findings.length > 0 ? findings : [{ verdict: 'clear', sentence: 'No other record has its external id.' }]
}

function masking({ viewer: { locale } }: Asked, { id, document }: RecordDetail): Finding[] {
  if (document.kind === 'large')
    return [
      {
        verdict: 'unknown',
        sentence: `Its document is large (${formatNumber(locale, Math.ceil(document.bytes / 1_000))} kB): words beyond its first 8,000 characters are found only where all of it is searched.`,
        link: { label: 'Open it', href: routes.record(id) },
      },
    ]
  const { length } = document.masked
  if (length === 0) return [{ verdict: 'clear', sentence: 'Nothing in its data is masked for you.' }]
  return [
    {
      verdict: 'reason',
      sentence: `${formatCount(locale, length, { one: 'value in its data is', other: 'values in its data are' })} masked for you. A masked value is there, but it is neither shown nor found by searching.`,
      link: { label: 'Open it', href: routes.record(id) },
    },
  ]
}

async function ofConnection(asked: Asked, { connection, entityType }: RecordDetail): Promise<Finding[]> {
  if (connection === null)
    return [
      {
        verdict: 'reason',
        sentence:
          'It belongs to no connection, so it was made by hand or its connection is gone: no sync writes to it.',
      },
    ]
  return [
    {
      verdict: 'clear',
      sentence: `It belongs to the end user ${connection.connectionId}, by the connection to ${connection.name}. Someone who looks at another end user or integration does not see it there.`,
      link: { label: 'Open the end user', href: routes.customer(connection.connectionId) },
    },
    ...(await explainConnection(asked, { id: connection.id, integration: connection.name }, [entityType])),
  ]
}
