import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'
import { type ExactJson, NotJson, parseExact } from '../json/exact-json'
import { EDITABLE_FIELDS, ENRICHMENTS, NO_DATA, STATUSES } from './edit-dto'
import { recordId } from './schema'

const MOST_KEYS = 2_000

/** JSON text of a value as the person saw it (`from`) or wants it (`to`); null for a key that is not there. */
const value = z
  .string('A value was not understood.')
  .nullable()
  .transform((text, context): ExactJson | null => {
    if (text === null) return null
    try {
      return parseExact(text)
    } catch (error) {
      if (!(error instanceof NotJson)) throw error
      context.addIssue({ code: 'custom', message: error.message })
      return z.NEVER
    }
  })

const change = z.strictObject(
  {
    path: z
      .array(z.string())
      .max(500)
      .refine(([field]) => EDITABLE_FIELDS.some((known) => known === field), 'That is nothing that can be edited.'),
    from: value,
    to: value,
  },
  DEFAULT_MESSAGES.INVALID,
)

export const editInput = z.strictObject(
  {
    id: recordId,
    changes: z
      .array(change)
      .min(1, 'Nothing was changed.')
      .max(MOST_KEYS, `At most ${MOST_KEYS} keys can be changed at once.`),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type EditInput = z.output<typeof editInput>

export const revertInput = z.strictObject(
  { id: recordId, entryId: z.uuid('That is not the id of an audit entry.') },
  DEFAULT_MESSAGES.INVALID,
)
export type RevertInput = z.output<typeof revertInput>

/** What the fields beside the data may hold. */
export const FIELD_VALUES = {
  externalId: z
    .string('The external id is a text or null.')
    .regex(/^[^\p{Cc}\p{Cs}]{1,500}$/u, 'An external id has 1 to 500 characters, none of them unseen.')
    .nullable(),
  status: z.enum(STATUSES, 'The status is ACTIVE or ARCHIVED.'),
  enrichmentStatus: z.enum(ENRICHMENTS, 'The enrichment is PENDING, APPLIED, UNAPPLIED or FAILED.'),
} as const

/** A whole document as JSON text; an object, as Mastra merges by key. */
const document = value
  .refine((json) => json?.kind === 'object', 'The data of a record must be an object.')
  .transform((json) => {
    return json ?? NO_DATA
  })

export const createInput = z.strictObject(
  {
    entityId: recordId,
    data: document,
    externalId: FIELD_VALUES.externalId,
    status: FIELD_VALUES.status,
    enrichmentStatus: FIELD_VALUES.enrichmentStatus,
    /** Whether the record is made although a live one has the same entity and external id: the person knows. */
    besideTwins: z.boolean('Say whether the record is made beside its twins.').optional(),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type CreateInput = z.output<typeof createInput>
