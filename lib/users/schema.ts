import { z } from 'zod'
import { ROLES } from '../auth/permissions'
import { MOST_AT_ONCE } from '../records/dto'

export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(320, 'The e-mail is too long.')
  .pipe(z.email('This is not an e-mail address.'))

export const newPassword = z
  .string()
  .min(12, 'The password needs at least 12 characters.')
  .max(200, 'The password may have at most 200 characters.')

export const roleInput = z.enum(ROLES, `The role is one of ${ROLES.join(', ')}.`)
const userId = z.uuid('This user does not exist.')

export const addUserInput = z.object({ email: emailInput, role: roleInput, password: newPassword })
export type AddUserInput = z.infer<typeof addUserInput>

/** `from` is the role that the person saw, so that two administrators do not overrule each other unseen. */
export const changeRoleInput = z.object({ userId, from: roleInput, to: roleInput })
export type ChangeRoleInput = z.infer<typeof changeRoleInput>

export const userInput = z.object({ userId })
export type UserInput = z.infer<typeof userInput>

/** Roles in the order of ROLES, each once. Fewer than `MOST_AT_ONCE` are changed without a batch, so no limit is below it. */
const rules = z.object({
  codesFor: z.array(roleInput).transform((roles) => ROLES.filter((role) => roles.includes(role))),
  proofFrom: z
    .number('The size of a batch must be a number.')
    .int('The size of a batch must be a whole number.')
    .min(MOST_AT_ONCE, `The size of a batch is at least ${MOST_AT_ONCE}.`)
    .max(1_000_000_000, 'The size of a batch is at most 1,000,000,000.'),
})
/** `seen` is what the person saw, so that two administrators do not overrule each other unseen. */
export const changeRulesInput = z.object({ seen: rules, rules })
export type ChangeRulesInput = z.infer<typeof changeRulesInput>

export const setPasswordInput = z.object({ userId, password: newPassword })
export type SetPasswordInput = z.infer<typeof setPasswordInput>

export const inviteUserInput = z.object({ email: emailInput, role: roleInput })
export type InviteUserInput = z.infer<typeof inviteUserInput>

const token = z.string().max(200)

export const linkInput = z.object({ token })
export type LinkInput = z.infer<typeof linkInput>

export const choosePasswordInput = z.object({ token, password: newPassword })
export type ChoosePasswordInput = z.infer<typeof choosePasswordInput>

export const askResetInput = z.object({ email: emailInput })
export type AskResetInput = z.infer<typeof askResetInput>

export const setUpInput = z.object({ token, email: emailInput, password: newPassword })
export type SetUpInput = z.infer<typeof setUpInput>
