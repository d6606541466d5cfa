import { IDS_AT_ONCE } from '@/lib/records/id-sets-schema'

/** Characters that one call carries: a server action takes 256 kB, and a character may be three bytes. */
const CARRIED = 60_000

/** The ids in calls, none larger than the server takes. */
export function* chunksOf(ids: readonly string[]): Generator<string[]> {
  let chunk: string[] = []
  let size = 0
  for (const id of ids) {
    if (chunk.length > 0 && (chunk.length === IDS_AT_ONCE || size + id.length > CARRIED)) {
      yield chunk
      chunk = []
      size = 0
    }
    chunk.push(id)
    size += id.length + 3
  }
  if (chunk.length > 0) yield chunk
}
