'use server'

import { beginCodes } from '@/lib/account/begin-codes'
import { changePassword } from '@/lib/account/change-password'
import { confirmCodes } from '@/lib/account/confirm-codes'
import { endSession } from '@/lib/account/end-session'
import { endSessionsOf } from '@/lib/account/end-sessions'
import { prove } from '@/lib/account/prove'
import { renewRecovery } from '@/lib/account/renew-recovery'
import {
  changePasswordInput,
  confirmCodesInput,
  nothing,
  proveInput,
  sessionInput,
  sessionsInput,
} from '@/lib/account/schema'
import { turnOffCodes } from '@/lib/account/turn-off-codes'
import { action } from '@/lib/action'

export const endSessionAction = action(sessionInput, endSession)

export const endSessionsAction = action(sessionsInput, endSessionsOf)

export const changePasswordAction = action(changePasswordInput, changePassword)

export const beginCodesAction = action(nothing, beginCodes, { beforeCodes: true, proven: true })

export const confirmCodesAction = action(confirmCodesInput, confirmCodes, { beforeCodes: true })

export const renewRecoveryAction = action(nothing, renewRecovery, { proven: true })

export const turnOffCodesAction = action(nothing, turnOffCodes, { proven: true })

export const proveAction = action(proveInput, prove, { beforeCodes: true })
