import type { RawParams } from '@/lib/table/table-params'

/** What is longer names no group. */
const LONGEST = 10_000

/** What the address of the list or of a group names; what it does not say, or says twice, is undefined. */
export function placeOf(raw: RawParams): { externalId?: string; entity?: string; past?: string } {
  const named = (name: string) => {
    const value = raw[name]
    return typeof value === 'string' && value.length <= LONGEST ? value : undefined
  }
  return { externalId: named('externalId'), entity: named('entity'), past: named('past') }
}
