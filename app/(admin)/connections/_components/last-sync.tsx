import { RelativeTime } from '@/components/relative-time'

const WHY_UNKNOWN = 'Mastra does not record the time of every sync: unknown does not mean never.'

/** When the last sync was, if Mastra wrote it. */
export function LastSync({ iso, timeZone, now }: { iso: string | null; timeZone: string; now?: number }) {
  if (iso) return <RelativeTime iso={iso} timeZone={timeZone} now={now} />
  return (
    <span className="text-ink-muted" title={WHY_UNKNOWN}>
      Unknown
    </span>
  )
}

const WHY_UNSEEN = 'None of its records or syncs have been seen yet: unknown does not mean never.'

/** When something of a connection was last seen, if anything was. */
export function LastSeen({ iso, timeZone, now }: { iso: string | null; timeZone: string; now?: number }) {
  if (iso) return <RelativeTime iso={iso} timeZone={timeZone} now={now} />
  return (
    <span className="text-ink-muted" title={WHY_UNSEEN}>
      Unknown
    </span>
  )
}
