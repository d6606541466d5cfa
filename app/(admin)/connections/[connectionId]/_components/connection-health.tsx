import { LastSeen } from '@/app/(admin)/connections/_components/last-sync'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import type { Actor } from '@/lib/auth/actor'
import type { ConnectionDetail } from '@/lib/connections/dto'
import { connectionHealth } from '@/lib/connections/health-state'
import { seenMoments } from '@/lib/connections/seen-moments'
import { HEALTH_WORDS } from '@/lib/health/dto'
import { healthOf } from '@/lib/health/queries'
import { healthSentence } from '@/lib/health/sentence'
import { viewer } from '@/lib/time/viewer'

interface Props {
  actor: Actor
  connection: ConnectionDetail
}

/** Whether the connection goes on as it always did, by its own habit, and the evidence in a sentence. */
export async function ConnectionHealth({ actor, connection }: Props) {
  const { now, locale, timeZone } = await viewer()
  const kept = (await healthOf(actor, [connection.id], now)).get(connection.id)
  if (!kept?.looked) return <UnwatchedHealth actor={actor} connection={connection} />
  const { word, tone } = HEALTH_WORDS[kept.state]
  return (
    <div className="grid gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{word}</Badge>
        {healthSentence(locale, { ...kept, issueCount: connection.issueCount })}
      </p>
      <p className="text-xs text-ink-muted">
        Last seen <LastSeen iso={kept.lastSeenAt} timeZone={timeZone} />
        {kept.quietSince && (
          <>
            , quiet since <RelativeTime iso={kept.quietSince} timeZone={timeZone} />
          </>
        )}
        . Based on when its records were created and on the syncs that Mastra recorded.
      </p>
    </div>
  )
}

/** Of one that the watch over health has not come to yet, by its records alone. */
async function UnwatchedHealth({ actor, connection }: Props) {
  const [seen, { now, locale }] = await Promise.all([seenMoments(actor, connection.id), viewer()])
  if (!seen)
    return (
      <p className="text-sm text-ink-muted">
        It has not been checked yet, and going through its records took too long. Check back in a few minutes.
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
      <p className="text-xs text-ink-muted">Based on when its records were created, since it is new here.</p>
    </div>
  )
}
