import { Badge } from '@/components/ui/badge'
import type { Actor } from '@/lib/auth/actor'
import type { ConnectionDetail } from '@/lib/connections/dto'
import { connectionHealth } from '@/lib/connections/health-state'
import { seenMoments } from '@/lib/connections/seen-moments'
import { viewer } from '@/lib/time/viewer'

/** Whether the connection goes on as it always did, by its own habit, and the evidence in a sentence. */
export async function ConnectionHealth({ actor, connection }: { actor: Actor; connection: ConnectionDetail }) {
  const [seen, { now, locale }] = await Promise.all([seenMoments(actor, connection.id), viewer()])
  if (!seen)
    return (
      <p className="text-sm text-ink-muted">
        Looking through its records took too long. The index on records by entity, on the page <em>Database</em>, makes
        it instant.
      </p>
    )
  const { word, tone, sentence } = connectionHealth(locale, {
    issueCount: connection.issueCount,
    seen,
    now: now.getTime(),
  })
  return (
    <div className="grid gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{word}</Badge>
        {sentence}
      </p>
      <p className="text-xs text-ink-muted">
        Judged by when records of it were created: a sync that only changes records leaves no time behind.
      </p>
    </div>
  )
}
