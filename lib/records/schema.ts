import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'
import { MOST_AT_ONCE } from './dto'
import { MOST_COMPARED } from './twins-dto'

/** Ids are cuids when Mastra makes them, but whoever imports may choose other printable text of up to 200 characters. */
const ID = /^[^\p{Cc}\p{Cs}]{1,200}$/u

/** Whether this could be the id of a record; what cannot is answered like an id that does not exist. */
export function isRecordId(value: string): boolean {
  return ID.test(value)
}

export const recordId = z.string('A record is named by its id.').regex(ID, 'That is not the id of a record.')

function oneToMost<Item extends z.ZodType>(item: Item) {
  return z
    .array(item, 'Say which records are meant.')
    .min(1, 'Select at least one record.')
    .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} records can be changed at once.`)
}

export const softDeleteInput = z.strictObject({ ids: oneToMost(recordId) }, DEFAULT_MESSAGES.INVALID)
export type SoftDeleteInput = z.output<typeof softDeleteInput>

/** `deletedAt` is what the person saw, ISO 8601 in UTC to the millisecond: a record deleted anew since is left alone. */
const seenDeletion = z.strictObject(
  { id: recordId, deletedAt: z.iso.datetime({ precision: 3, error: 'The time of the deletion was not understood.' }) },
  DEFAULT_MESSAGES.INVALID,
)

export const restoreInput = z.strictObject(
  {
    records: oneToMost(seenDeletion).refine(
      (records) => new Set(records.map((record) => record.id)).size === records.length,
      'The same record was named twice.',
    ),
    /** Whether a record is restored although a live one has the same entity and external id: the person has seen both. */
    besideTwins: z.boolean('Say whether records are restored beside their twins.').optional(),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type RestoreInput = z.output<typeof restoreInput>

/** The group, the one that stays live, and every one of the group as the person saw it. */
export const keepTwinInput = z.strictObject(
  {
    externalId: z.string(DEFAULT_MESSAGES.INVALID).max(10_000, DEFAULT_MESSAGES.INVALID),
    entityId: recordId,
    keep: recordId,
    seen: z
      .array(z.strictObject({ id: recordId, version: z.string().regex(/^\d{1,10}$/) }), DEFAULT_MESSAGES.INVALID)
      .min(2, 'A group of twins has two records at least.')
      .max(MOST_COMPARED, `At most ${MOST_COMPARED} twins can be resolved at once.`)
      .refine((seen) => new Set(seen.map(({ id }) => id)).size === seen.length, 'The same record was named twice.'),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type KeepTwinInput = z.output<typeof keepTwinInput>
