'use server'

import { action } from '@/lib/action'
import { addUser } from '@/lib/users/add-user'
import { changeRole } from '@/lib/users/change-role'
import { disableUser } from '@/lib/users/disable-user'
import { enableUser } from '@/lib/users/enable-user'
import { addUserInput, changeRoleInput, setPasswordInput, userInput } from '@/lib/users/schema'
import { setUserPassword } from '@/lib/users/set-password'

export const addUserAction = action(addUserInput, addUser)

export const changeRoleAction = action(changeRoleInput, changeRole)

export const disableUserAction = action(userInput, disableUser)

export const enableUserAction = action(userInput, enableUser)

export const setPasswordAction = action(setPasswordInput, setUserPassword)
