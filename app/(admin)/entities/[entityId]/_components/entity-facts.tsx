import { RelativeTime } from '@/components/relative-time'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import type { EntityDetail } from '@/lib/entities/dto'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'

/** Every column of the entity; its type, connection and end user lead to what shares them. */
export function EntityFacts({ entity, timeZone }: { entity: EntityDetail; timeZone: string }) {
  const { connection } = entity
  const link = 'text-accent-text hover:underline'
  return (
    <DescriptionList
      items={[
        {
          term: 'Type',
          value: (
            <Link
              href={routes.connections({ q: termText('entity.type', entity.type) })}
              prefetch={false}
              className={link}
              title="Connections that sync this type"
            >
              <bdi>{entity.type}</bdi>
            </Link>
          ),
        },
        {
          term: 'Connection',
          value: (
            <Link href={routes.connection(connection.id)} prefetch={false} className={link}>
              <bdi>{connection.integration}</bdi>
            </Link>
          ),
        },
        {
          term: 'End user',
          value: connection.connectionId ? (
            <Link href={routes.customer(connection.connectionId)} prefetch={false} className={link}>
              <bdi>{connection.connectionId}</bdi>
            </Link>
          ) : (
            '(empty)'
          ),
        },
        { term: 'Id', value: <Identifier text={entity.id} what="id" /> },
        { term: 'Last sync', value: entity.lastSyncId && <Identifier text={entity.lastSyncId} what="last sync" /> },
        { term: 'Created by', value: <bdi>{entity.createdBy}</bdi> },
        { term: 'Created', value: <RelativeTime iso={entity.createdAt} timeZone={timeZone} /> },
        { term: 'Updated', value: entity.updatedAt && <RelativeTime iso={entity.updatedAt} timeZone={timeZone} /> },
      ]}
    />
  )
}

function Identifier({ text, what }: { text: string; what: string }) {
  return (
    <span className="flex items-center gap-1">
      <code dir="auto" className="min-w-0 font-mono text-xs break-all">
        {text}
      </code>
      <CopyButton text={text} what={what} />
    </span>
  )
}
