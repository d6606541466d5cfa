import { z } from 'zod'
import { roleInput } from '../users/schema'
import { VIEW_TABLES } from './search-params'

/** Characters that a name may have, so that it fits a menu. */
export const MAX_NAME_LENGTH = 60
/** More than anyone finds their way in. */
export const MOST_VIEWS = 100

const viewId = z.uuid('This view does not exist.')
const name = z
  .string('A view needs a name.')
  .trim()
  .normalize()
  .min(1, 'A view needs a name.')
  .max(MAX_NAME_LENGTH, `The name may have at most ${MAX_NAME_LENGTH} characters.`)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'The name contains a character that cannot be shown.')
/** Longer than any address that a table understands. */
const query = z.string().max(8_000, 'This address is too long to be kept as a view.')

export const saveViewInput = z.strictObject({
  table: z.enum(VIEW_TABLES, 'There are no views of this table.'),
  name,
  query,
  shared: z.boolean(),
})
export type SaveViewInput = z.output<typeof saveViewInput>

/** `seen` is the state that the person saw it in, so that two who change a shared view do not overrule each other unseen. */
export const changeViewInput = z.strictObject({ viewId, query, seen: query })
export type ChangeViewInput = z.output<typeof changeViewInput>

export const renameViewInput = z.strictObject({ viewId, name, seen: z.string() })
export type RenameViewInput = z.output<typeof renameViewInput>

export const viewInput = z.strictObject({ viewId })
export type ViewInput = z.output<typeof viewInput>

export const defaultViewInput = z.strictObject({ viewId, role: roleInput })
export type DefaultViewInput = z.output<typeof defaultViewInput>

/** Names the deletion that is to be taken back. */
export const putBackViewInput = z.strictObject({ correlationId: z.uuid('There is no such deletion.') })
export type PutBackViewInput = z.output<typeof putBackViewInput>
