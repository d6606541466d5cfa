import { LastSync } from '@/app/(admin)/connections/_components/last-sync'
import { RelativeTime } from '@/components/relative-time'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import type { ConnectionDetail } from '@/lib/connections/dto'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'

/** Every column of the connection; the integration and the end user lead to what shares them. */
export function ConnectionFacts({ connection, timeZone }: { connection: ConnectionDetail; timeZone: string }) {
  const { id, integration, connectionId, subscriptionId, createdAt, updatedAt, lastSyncAt } = connection
  return (
    <DescriptionList
      items={[
        { term: 'Integration', value: <Narrow field="name" value={integration} /> },
        { term: 'End user', value: <Narrow field="connectionId" value={connectionId} copy="reference" /> },
        { term: 'Id', value: <Identifier text={id} what="id" /> },
        { term: 'Subscription', value: subscriptionId && <Identifier text={subscriptionId} what="subscription" /> },
        { term: 'Last sync', value: <LastSync iso={lastSyncAt} timeZone={timeZone} /> },
        { term: 'Created', value: <RelativeTime iso={createdAt} timeZone={timeZone} /> },
        { term: 'Updated', value: updatedAt && <RelativeTime iso={updatedAt} timeZone={timeZone} /> },
      ]}
    />
  )
}

function Narrow({ field, value, copy }: { field: string; value: string; copy?: string }) {
  return (
    <span className="flex items-center gap-1">
      <Link
        href={routes.connections({ q: termText(field, value) })}
        prefetch={false}
        className="min-w-0 break-words text-accent-text hover:underline"
      >
        <bdi>{value === '' ? '(empty)' : value}</bdi>
      </Link>
      {copy && <CopyButton text={value} what={copy} />}
    </span>
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
