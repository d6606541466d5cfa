import { z } from 'zod'

/** An index is asked for by its name in the catalogue; nothing else of a statement comes from outside. */
export const indexInput = z.object({
  name: z.string().regex(/^mastra_admin_[a-z0-9_]{1,60}$/, 'There is no such index.'),
})
export type IndexInput = z.infer<typeof indexInput>
