import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'

/** Ids that one set holds at most, and that one call brings. */
export const MOST_IDS = 100_000
export const IDS_AT_ONCE = 2_000
/** Characters of a file that is read. */
export const LARGEST_FILE = 10_000_000

export const ID_KINDS = ['id', 'externalId'] as const
export type IdKind = (typeof ID_KINDS)[number]

export const beginIdSetInput = z.strictObject(
  {
    name: z
      .string(DEFAULT_MESSAGES.INVALID)
      .trim()
      .min(1, 'Give it a name.')
      .max(200, 'A name has at most 200 characters.'),
    kind: z.enum(ID_KINDS, DEFAULT_MESSAGES.INVALID),
  },
  DEFAULT_MESSAGES.INVALID,
)

const setId = z.uuid(DEFAULT_MESSAGES.INVALID)

/** NUL is in no text of Postgres; half a surrogate pair is in no UTF-8. */
const givenId = z
  .string(DEFAULT_MESSAGES.INVALID)
  .min(1, DEFAULT_MESSAGES.INVALID)
  .max(1_000, 'An id has at most 1,000 characters.')
  .regex(/^[^\0\p{Cs}]*$/u, 'An id contains a character that cannot be stored.')

export const addIdsInput = z.strictObject(
  {
    setId,
    ids: z
      .array(givenId, DEFAULT_MESSAGES.INVALID)
      .min(1, DEFAULT_MESSAGES.INVALID)
      .max(IDS_AT_ONCE, DEFAULT_MESSAGES.LIMIT),
  },
  DEFAULT_MESSAGES.INVALID,
)

export const endIdSetInput = z.strictObject({ setId }, DEFAULT_MESSAGES.INVALID)
