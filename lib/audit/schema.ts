import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'

const uuid = z.uuid('That is not the id of an audit entry.')

/** Either one entry of the trail, or everything that one click did. */
export const undoInput = z.union(
  [z.strictObject({ entryId: uuid }), z.strictObject({ correlationId: uuid })],
  DEFAULT_MESSAGES.INVALID,
)
export type UndoInput = z.output<typeof undoInput>
