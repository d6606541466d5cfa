import { RelativeTime } from '@/components/relative-time'
import { RECORD_FIELDS, type RecordVerb } from '@/lib/batches/verbs-schema'

/** A value of the field that a batch changes; `now` is the time at which it will come to the record. */
export function FieldValue({ verb, value, timeZone }: { verb: RecordVerb; value: string | null; timeZone: string }) {
  if (RECORD_FIELDS[verb] !== 'deletedAt') return value ?? <span className="text-ink-muted">None</span>
  if (value === null) return 'Live'
  if (value === 'now') return 'Deleted'
  return (
    <>
      Deleted <RelativeTime iso={value} timeZone={timeZone} />
    </>
  )
}
