import { batchTitle, STATE_WORDS } from '@/app/(admin)/batches/_components/batch-words'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import { batchesOfConnection } from '@/lib/batches/queries'
import type { EntityDetail } from '@/lib/entities/dto'
import { routes } from '@/lib/routes'

interface EntityBatchesProps {
  actor: Actor
  entity: EntityDetail
  timeZone: string
  locale: string
}

/** Batches whose preview had records of the connection of this type, the newest first. */
export async function EntityBatches({ actor, entity, timeZone, locale }: EntityBatchesProps) {
  const rows = await batchesOfConnection(actor, entity.connection.id, entity.type)
  if (!rows) return <p className="p-4 text-sm text-ink-muted">Looking through the batches took too long.</p>
  if (rows.length === 0) return <p className="p-4 text-sm text-ink-muted">No batch has changed its records.</p>
  return (
    <ul>
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0"
        >
          <Link
            href={routes.batch(row.id)}
            prefetch={false}
            className="min-w-0 flex-1 basis-48 break-words text-accent-text hover:underline"
          >
            {batchTitle(locale, row)}
          </Link>
          <Badge tone={STATE_WORDS[row.state].tone}>{STATE_WORDS[row.state].word}</Badge>
          <span className="text-ink-muted">
            by <bdi>{row.actorEmail}</bdi>, <RelativeTime iso={row.startedAt ?? row.createdAt} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  )
}
