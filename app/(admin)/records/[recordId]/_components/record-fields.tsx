import { RelativeTime } from '@/components/relative-time'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import { termText } from '@/lib/query/term-text'
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
            <>
              <Link href={routes.connection(connection.id)} prefetch={false} className="text-accent-text underline">
                <bdi>{connection.name}</bdi>
              </Link>{' '}
              of <EndUser reference={connection.connectionId} />
            </>
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
                ', outside this app'
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function EntityOf({ entity, entityId }: Pick<RecordDetail, 'entity' | 'entityId'>) {
  if (entity)
    return (
      <>
        <Link href={routes.entity(entity.id)} prefetch={false} className="text-accent-text underline">
          <bdi>{entity.type}</bdi>
        </Link>{' '}
        <span className="text-ink-muted">
          (<Narrow field="entity.id" value={entity.id} label="its records" />)
        </span>
      </>
    )
  return entityId === null ? (
    <span className="text-ink-muted">None</span>
  ) : (
    <>
      <bdi>{entityId}</bdi>, which no longer exists
    </>
  )
}

function EndUser({ reference }: { reference: string }) {
  if (reference === '') return '(empty)'
  return (
    <Link href={routes.customer(reference)} prefetch={false} className="text-accent-text underline">
      <bdi>{reference}</bdi>
    </Link>
  )
}

/** The value, leading to all live records that have it. */
function Narrow({ field, value, label = value }: { field: string; value: string; label?: string }) {
  return (
    <Link href={routes.records({ q: termText(field, value) })} prefetch={false} className="text-accent-text underline">
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
