'use server'

import { action } from '@/lib/action'
import { addUser } from '@/lib/users/add-user'
import { admitUser } from '@/lib/users/admit-user'
import { changeRole } from '@/lib/users/change-role'
import { changeRules } from '@/lib/users/change-rules'
import { disableUser } from '@/lib/users/disable-user'
import { enableUser } from '@/lib/users/enable-user'
import { inviteUser } from '@/lib/users/invite-user'
import { makePasswordLink } from '@/lib/users/make-link'
import { resetCodes } from '@/lib/users/reset-codes'
import {
  addUserInput,
  changeRoleInput,
  changeRulesInput,
  inviteUserInput,
  setPasswordInput,
  userInput,
} from '@/lib/users/schema'
import { setUserPassword } from '@/lib/users/set-password'
import { withdrawInvitation } from '@/lib/users/withdraw-invitation'

export const addUserAction = action(addUserInput, addUser, { proven: true })

export const admitUserAction = action(inviteUserInput, admitUser, { proven: true })

export const inviteUserAction = action(inviteUserInput, inviteUser, { proven: true })

export const makePasswordLinkAction = action(userInput, makePasswordLink, { proven: true })

export const withdrawInvitationAction = action(userInput, withdrawInvitation)

export const changeRoleAction = action(changeRoleInput, changeRole, { proven: true })

export const disableUserAction = action(userInput, disableUser)

export const enableUserAction = action(userInput, enableUser)

export const setPasswordAction = action(setPasswordInput, setUserPassword, { proven: true })

export const resetCodesAction = action(userInput, resetCodes, { proven: true })

export const changeRulesAction = action(changeRulesInput, changeRules, { proven: true })
