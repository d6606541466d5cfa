'use server'

import { action } from '@/lib/action'
import { makeToken } from '@/lib/tokens/make-token'
import { revokeToken } from '@/lib/tokens/revoke-token'
import { makeTokenInput, tokenInput } from '@/lib/tokens/schema'

export const makeTokenAction = action(makeTokenInput, makeToken, { proven: true })

export const revokeTokenAction = action(tokenInput, revokeToken)
