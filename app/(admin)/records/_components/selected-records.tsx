'use client'

import type { RecordVerb } from '@/lib/batches/verbs-schema'
import type { RecordRow } from '@/lib/records/dto'
import { MOST_AT_ONCE } from '@/lib/records/dto'
import type { RecordSearch } from '@/lib/records/search-query'
import { BulkVerbs } from './bulk-verbs'
import { RecordVerbs, type VerbsAllowed } from './record-verbs'

export interface SelectedRecordsProps {
  selected: RecordRow[]
  /** Whether the whole list is meant. */
  all: boolean
  search: RecordSearch
  verbs: VerbsAllowed
  bulk: readonly RecordVerb[]
  timeZone: string
  /** Milliseconds of the epoch, by the server's clock. */
  now: number
  onDone: () => void
}

/** What can be done with the records selected: a few at once, more as a batch. */
export function SelectedRecords({ selected, all, search, verbs, bulk, timeZone, now, onDone }: SelectedRecordsProps) {
  return (
    <>
      {!all && selected.length <= MOST_AT_ONCE && (
        <RecordVerbs records={selected} allowed={verbs} timeZone={timeZone} onDone={onDone} compact />
      )}
      <BulkVerbs
        verbs={bulk}
        selected={selected}
        search={all ? search : null}
        now={new Date(now).toISOString()}
        timeZone={timeZone}
      />
    </>
  )
}
