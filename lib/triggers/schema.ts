import { z } from 'zod'

/** A trigger is asked for by its name in the catalogue; nothing of a statement comes from outside. */
export const triggerInput = z.strictObject({ name: z.enum(['issues'], 'There is no such trigger.') })
export type TriggerInput = z.infer<typeof triggerInput>
