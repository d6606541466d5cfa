import { z } from 'zod'
import { isConnectionId } from '../connections/schema'
import { DEFAULT_MESSAGES } from '../errors'
import { causeId, MOST_CAUSES } from '../issues/schema'
import { ENRICHMENT_STATUSES } from '../records/fields'
import { recordId } from '../records/schema'
import { RECORD_STATES } from '../records/search-query'
import { isTimeZone } from '../time/zone'
import { CONNECTION_VERBS, RECORD_VERBS } from './verbs-schema'

/** Most records or connections that can be named one by one; more are named by their filter. */
export const MOST_SELECTED = 5_000

export const batchVerb = z.enum([...RECORD_VERBS, ...CONNECTION_VERBS], 'There is no such bulk action.')
const batchId = z.uuid('That is not the id of a batch.')
const filterText = z.string('Say which ones are meant.').max(4_000, 'The filter is too long.')

/** When a filter was seen: relative dates in it mean what they meant then. */
const seenAt = {
  now: z.iso.datetime({ precision: 3, error: DEFAULT_MESSAGES.INVALID }),
  timeZone: z.string(DEFAULT_MESSAGES.INVALID).refine(isTimeZone, 'There is no such time zone.'),
}

/** A list of records as the person saw it. */
const matchingScope = z.strictObject(
  {
    kind: z.literal('matching'),
    q: filterText,
    state: z.enum(RECORD_STATES, DEFAULT_MESSAGES.INVALID),
    text: z.enum(['head', 'whole'], DEFAULT_MESSAGES.INVALID),
    ...seenAt,
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

/** All connections that have one of these causes, and of their issues those of these causes. */
const causesScope = z.strictObject(
  {
    kind: z.literal('causes'),
    causeIds: z
      .array(causeId, 'Say which causes are meant.')
      .min(1, 'Select at least one cause.')
      .max(MOST_CAUSES, `At most ${MOST_CAUSES} causes can be cleared at once.`),
  },
  DEFAULT_MESSAGES.INVALID,
)

/** Connections that were ticked, with all issues that they have. */
const connectionsScope = z.strictObject(
  {
    kind: z.literal('connections'),
    connectionIds: z
      .array(
        z.string('A connection is named by its id.').refine(isConnectionId, 'That is not the id of a connection.'),
        'Say which connections are meant.',
      )
      .min(1, 'Select at least one connection.')
      .max(MOST_SELECTED, `At most ${MOST_SELECTED} connections can be selected one by one.`),
  },
  DEFAULT_MESSAGES.INVALID,
)

/** A list of connections as the person saw it, with all issues that they have. */
const matchingConnectionsScope = z.strictObject(
  { kind: z.literal('matching-connections'), q: filterText, ...seenAt },
  DEFAULT_MESSAGES.INVALID,
)

/** What a batch takes back, and of that the records or connections that match. */
const undoScope = z.strictObject({ kind: z.literal('undo'), q: filterText, ...seenAt }, DEFAULT_MESSAGES.INVALID)

const recordScope = z.discriminatedUnion('kind', [matchingScope, selectionScope, undoScope])
export type RecordScope = z.output<typeof recordScope>
const connectionScope = z.discriminatedUnion('kind', [
  causesScope,
  connectionsScope,
  matchingConnectionsScope,
  undoScope,
])
export type ConnectionScope = z.output<typeof connectionScope>
export type BatchScope = RecordScope | ConnectionScope

const undoesId = z.uuid().nullable()
/** What a batch over records is to do, as it is stored. */
const recordTask = z.object({
  verb: z.enum(RECORD_VERBS),
  value: z.string().nullable(),
  scope: recordScope,
  undoesId,
})
export type RecordTask = z.output<typeof recordTask>
/** The same over connections. */
const connectionTask = z.object({ verb: z.enum(CONNECTION_VERBS), value: z.null(), scope: connectionScope, undoesId })
export type ConnectionTask = z.output<typeof connectionTask>
export const batchTask = z.union([recordTask, connectionTask])
export type BatchTask = z.output<typeof batchTask>

const noSuchAction = 'There is no such bulk action.'
const prepareRecords = z
  .strictObject(
    {
      verb: z.enum(RECORD_VERBS, noSuchAction),
      value: z.enum(ENRICHMENT_STATUSES, 'There is no such enrichment status.').optional(),
      over: z.discriminatedUnion('kind', [matchingScope, selectionScope], DEFAULT_MESSAGES.INVALID),
    },
    DEFAULT_MESSAGES.INVALID,
  )
  .refine(({ verb, value }) => (verb === 'set-enrichment') === (value !== undefined), 'Say which status is to be set.')
const prepareConnections = z.strictObject(
  {
    verb: z.literal('clear-issues', noSuchAction),
    over: z.discriminatedUnion(
      'kind',
      [causesScope, connectionsScope, matchingConnectionsScope],
      DEFAULT_MESSAGES.INVALID,
    ),
  },
  DEFAULT_MESSAGES.INVALID,
)

export const prepareBatchInput = z.discriminatedUnion('verb', [prepareRecords, prepareConnections], noSuchAction)
export type PrepareBatchInput = z.output<typeof prepareBatchInput>
/** What is cleared, as a page says it. */
export type ClearingOver = z.output<typeof prepareConnections>['over']

export const prepareUndoInput = undoScope.omit({ kind: true }).extend({ batchId })
export type PrepareUndoInput = z.output<typeof prepareUndoInput>

export const batchInput = z.strictObject({ batchId }, DEFAULT_MESSAGES.INVALID)
export type BatchInput = z.output<typeof batchInput>

export const includeInput = z.strictObject(
  {
    batchId,
    recordIds: z
      .array(recordId, 'Say which ones are meant.')
      .min(1, 'Select at least one.')
      .max(1_000, 'At most 1,000 can be added at once.'),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type IncludeInput = z.output<typeof includeInput>
