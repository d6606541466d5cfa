import { z } from 'zod'

/** Where the check keeps what it found, in `mastra_admin.setting`. */
export const ORDER_SETTING = 'records.order'

const checked = z.object({
  suitable: z.boolean(),
  low: z.string(),
  high: z.string(),
  slack: z.number(),
  checkedAt: z.number(),
  advancedAt: z.number(),
  took: z.number(),
  written: z.number(),
})

/**
 * What the last check found about ids and creation times. Between `low` and `high` (beginnings of ids) each record's creation time is
 * within `slack` milliseconds of the time in its id, but for those in `record_exception`. `checkedAt` and `advancedAt` are milliseconds
 * of the epoch, `took` is milliseconds, `written` counts writes to the table as Postgres' statistics do. `suitable` is false when so
 * many records are out of line that the primary key is no order of creation.
 */
export type CheckedOrder = z.infer<typeof checked>

/** Throws when it is not what `ORDER_SETTING` holds. */
export function readChecked(value: string): CheckedOrder {
  return checked.parse(JSON.parse(value))
}
