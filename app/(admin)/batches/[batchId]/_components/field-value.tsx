import { RelativeTime } from '@/components/relative-time'
import { BATCH_VERBS, type BatchVerb } from '@/lib/batches/verbs-schema'

/** A value of the field that a batch changes; `now` is the time at which it will come to the record. */
export function FieldValue({ verb, value, timeZone }: { verb: BatchVerb; value: string | null; timeZone: string }) {
  if (BATCH_VERBS[verb].field !== 'deletedAt') return value ?? <span className="text-ink-muted">None</span>
  if (value === null) return 'Live'
  if (value === 'now') return 'Deleted'
  return (
    <>
      Deleted <RelativeTime iso={value} timeZone={timeZone} />
    </>
  )
}
