'use server'

import { changePassword } from '@/lib/account/change-password'
import { endSession } from '@/lib/account/end-session'
import { endSessionsOf } from '@/lib/account/end-sessions'
import { changePasswordInput, sessionInput, sessionsInput } from '@/lib/account/schema'
import { action } from '@/lib/action'

export const endSessionAction = action(sessionInput, endSession)

export const endSessionsAction = action(sessionsInput, endSessionsOf)

export const changePasswordAction = action(changePasswordInput, changePassword)
