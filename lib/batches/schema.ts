import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'
import { ENRICHMENT_STATUSES } from '../records/fields'
import { recordId } from '../records/schema'
import { RECORD_STATES } from '../records/search-params'
import { isTimeZone } from '../time/zone'
import { batchVerb } from './verbs-schema'

/** Most records that can be named one by one; more are named by their filter. */
export const MOST_SELECTED = 5_000

const batchId = z.uuid('That is no id of a batch.')
const filterText = z.string('Say which records are meant.').max(4_000, 'The filter is too long.')

/** A list as the person saw it: relative dates in its filter mean what they meant then. */
const matchingScope = z.strictObject(
  {
    kind: z.literal('matching'),
    q: filterText,
    state: z.enum(RECORD_STATES, DEFAULT_MESSAGES.INVALID),
    text: z.enum(['head', 'whole'], DEFAULT_MESSAGES.INVALID),
    now: z.iso.datetime({ precision: 3, error: DEFAULT_MESSAGES.INVALID }),
    timeZone: z.string(DEFAULT_MESSAGES.INVALID).refine(isTimeZone, 'There is no such time zone.'),
  },
  DEFAULT_MESSAGES.INVALID,
)

/** Records that were ticked, each with the `deletedAt` that the person saw (ISO 8601, null for a live one). */
const selectionScope = z.strictObject(
  {
    kind: z.literal('selection'),
    records: z
      .array(
        z.strictObject(
          { id: recordId, deletedAt: z.iso.datetime({ precision: 3, error: DEFAULT_MESSAGES.INVALID }).nullable() },
          DEFAULT_MESSAGES.INVALID,
        ),
        'Say which records are meant.',
      )
      .min(1, 'Select at least one record.')
      .max(MOST_SELECTED, `At most ${MOST_SELECTED} records can be selected one by one.`)
      .refine((records) => new Set(records.map(({ id }) => id)).size === records.length, 'A record was named twice.'),
  },
  DEFAULT_MESSAGES.INVALID,
)

/** What a batch takes back, and of that the records that match. */
const undoScope = z.strictObject(
  {
    kind: z.literal('undo'),
    q: filterText,
    now: z.iso.datetime({ precision: 3, error: DEFAULT_MESSAGES.INVALID }),
    timeZone: z.string(DEFAULT_MESSAGES.INVALID).refine(isTimeZone, 'There is no such time zone.'),
  },
  DEFAULT_MESSAGES.INVALID,
)

export const batchScope = z.discriminatedUnion('kind', [matchingScope, selectionScope, undoScope])
export type BatchScope = z.output<typeof batchScope>

export const prepareBatchInput = z
  .strictObject(
    {
      verb: batchVerb,
      value: z.enum(ENRICHMENT_STATUSES, 'There is no such enrichment status.').optional(),
      over: z.discriminatedUnion('kind', [matchingScope, selectionScope], DEFAULT_MESSAGES.INVALID),
    },
    DEFAULT_MESSAGES.INVALID,
  )
  .refine(({ verb, value }) => (verb === 'set-enrichment') === (value !== undefined), 'Say which status is to be set.')
export type PrepareBatchInput = z.output<typeof prepareBatchInput>

export const prepareUndoInput = undoScope.omit({ kind: true }).extend({ batchId })
export type PrepareUndoInput = z.output<typeof prepareUndoInput>

export const batchInput = z.strictObject({ batchId }, DEFAULT_MESSAGES.INVALID)
export type BatchInput = z.output<typeof batchInput>

export const includeInput = z.strictObject(
  {
    batchId,
    recordIds: z
      .array(recordId, 'Say which records are meant.')
      .min(1, 'Select at least one record.')
      .max(1_000, 'At most 1,000 records can be added at once.'),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type IncludeInput = z.output<typeof includeInput>
