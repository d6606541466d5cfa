import Link from 'next/link'
import { RelativeTime } from '@/components/relative-time'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { termText } from '@/lib/query/edit'
import type { RecordDetail } from '@/lib/records/dto'
import { routes } from '@/lib/routes'

/** Every field of the record but its document. */
export function RecordFields({ record, timeZone }: { record: RecordDetail; timeZone: string }) {
  const { connection, entity } = record
  const time = (iso: string) => <RelativeTime iso={iso} timeZone={timeZone} />
  return (
    <DescriptionList
      items={[
        { term: 'Id', value: <Copyable text={record.id} what="id" /> },
        {
          term: 'External id',
          value: record.externalId === null ? null : <Copyable text={record.externalId} what="external id" />,
        },
        { term: 'Entity type', value: <Narrow field="entityType" value={record.entityType} /> },
        { term: 'Source', value: <Narrow field="source" value={record.source} /> },
        { term: 'Status', value: record.status },
        { term: 'Enrichment', value: record.enrichmentStatus },
        { term: 'Entity', value: <EntityOf entity={entity} entityId={record.entityId} /> },
        {
          term: 'Connection',
          value: connection && (
            <Link href={routes.connection(connection.id)} className="text-accent-text hover:underline">
              <bdi>{connection.name}</bdi> of <bdi>{connection.connectionId}</bdi>
            </Link>
          ),
        },
        { term: 'Created', value: time(record.createdAt) },
        { term: 'Updated', value: record.updatedAt && time(record.updatedAt) },
        {
          term: 'Deleted',
          value: record.deletedAt && (
            <>
              {time(record.deletedAt)}
              {record.deletedBy ? (
                <>
                  {' '}
                  by <bdi>{record.deletedBy}</bdi>
                </>
              ) : (
                ', not from here'
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function EntityOf({ entity, entityId }: Pick<RecordDetail, 'entity' | 'entityId'>) {
  if (entity) return <Narrow field="entity.id" value={entity.id} label={entity.type} />
  return entityId === null ? (
    <span className="text-ink-muted">None</span>
  ) : (
    <>
      <bdi>{entityId}</bdi>, which no longer exists
    </>
  )
}

/** The value, leading to all live records that have it. */
function Narrow({ field, value, label = value }: { field: string; value: string; label?: string }) {
  return (
    <Link
      href={routes.records({ q: termText(field, value) })}
      prefetch={false}
      className="text-accent-text hover:underline"
    >
      <bdi>{label}</bdi>
    </Link>
  )
}

function Copyable({ text, what }: { text: string; what: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <bdi className="min-w-0 font-mono break-all">{text}</bdi>
      <CopyButton text={text} what={what} />
    </span>
  )
}
