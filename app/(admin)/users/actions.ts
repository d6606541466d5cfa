'use server'

import { action } from '@/lib/action'
import { addUser } from '@/lib/users/add-user'
import { changeRole } from '@/lib/users/change-role'
import { disableUser } from '@/lib/users/disable-user'
import { enableUser } from '@/lib/users/enable-user'
import { inviteUser } from '@/lib/users/invite-user'
import { makePasswordLink } from '@/lib/users/make-link'
import { requireCodes } from '@/lib/users/require-codes'
import { resetCodes } from '@/lib/users/reset-codes'
import {
  addUserInput,
  changeRoleInput,
  inviteUserInput,
  requireCodesInput,
  setPasswordInput,
  userInput,
} from '@/lib/users/schema'
import { setUserPassword } from '@/lib/users/set-password'
import { withdrawInvitation } from '@/lib/users/withdraw-invitation'

export const addUserAction = action(addUserInput, addUser)

export const inviteUserAction = action(inviteUserInput, inviteUser)

export const makePasswordLinkAction = action(userInput, makePasswordLink)

export const withdrawInvitationAction = action(userInput, withdrawInvitation)

export const changeRoleAction = action(changeRoleInput, changeRole)

export const disableUserAction = action(userInput, disableUser)

export const enableUserAction = action(userInput, enableUser)

export const setPasswordAction = action(setPasswordInput, setUserPassword)

export const resetCodesAction = action(userInput, resetCodes)

export const requireCodesAction = action(requireCodesInput, requireCodes)
