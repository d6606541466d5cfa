import * as z from 'zod/mini'

/** How far an exact count is: rows that match, rows looked through, and how many there are in all, estimated until `done`. */
export const countProgress = z.object({ found: z.number(), seen: z.number(), total: z.number(), done: z.boolean() })
export type CountProgress = z.infer<typeof countProgress>
