import { z } from 'zod'
import { newPassword } from '../users/schema'

export const sessionInput = z.object({ sessionId: z.uuid('This session does not exist.') })
export type SessionInput = z.infer<typeof sessionInput>

/** Of a person; without one, of whoever asks. */
export const sessionsInput = z.object({ userId: z.uuid('This user does not exist.').optional() })
export type SessionsInput = z.infer<typeof sessionsInput>

export const changePasswordInput = z.object({ current: z.string().max(200), password: newPassword })
export type ChangePasswordInput = z.infer<typeof changePasswordInput>

export const nothing = z.object({})

export const confirmCodesInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3} ?\d{3}$/, 'A code has six digits.')
    .transform((code) => code.replace(' ', '')),
})
export type ConfirmCodesInput = z.infer<typeof confirmCodesInput>

export const proveInput = z.object({ password: z.string().max(200), code: z.string().max(60) })
export type ProveInput = z.infer<typeof proveInput>
