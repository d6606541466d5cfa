import type { BatchRow, BatchPreview as Preview } from '@/lib/batches/batch-dto'
import { isRecordVerb } from '@/lib/batches/verbs-schema'
import { ConnectionPreview } from './connection-preview'
import { RecordPreview } from './record-preview'

/** What the batch was prepared to do. */
export function BatchPreview({ batch, preview, timeZone }: { batch: BatchRow; preview: Preview; timeZone: string }) {
  const { verb, state } = batch
  if (preview.kind === 'connections') return <ConnectionPreview verb={verb} preview={preview} />
  return isRecordVerb(verb) && <RecordPreview state={state} verb={verb} preview={preview} timeZone={timeZone} />
}
