import { z } from 'zod'
import { TOKEN_SCOPES } from '../auth/permissions'

/** Days that a token may live at most. */
export const LONGEST_DAYS = 365

export const makeTokenInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Give the token a name, so that you know what it is for.')
    .max(80, 'The name may have at most 80 characters.')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'The name must not contain control characters.'),
  scopes: z
    .array(z.enum(TOKEN_SCOPES))
    .min(1, 'Choose at least one thing that the token may do.')
    .transform((scopes) => [...new Set(scopes)]),
  days: z
    .number()
    .int()
    .min(1, 'A token lasts for at least a day.')
    .max(LONGEST_DAYS, 'A token lasts for at most a year.'),
})
export type MakeTokenInput = z.output<typeof makeTokenInput>

export const tokenInput = z.object({ tokenId: z.uuid('This token does not exist.') })
export type TokenInput = z.output<typeof tokenInput>
