'use server'

import { headers } from 'next/headers'
import { after } from 'next/server'
import { publicAction } from '@/lib/action'
import { askReset } from '@/lib/auth/ask-reset'
import { clientAddress } from '@/lib/server/client-address'
import { askResetInput } from '@/lib/users/schema'

export const askResetAction = publicAction(askResetInput, async function askForNewPassword(input) {
  const forwardedFor = (await headers()).get('x-forwarded-for') ?? undefined
  await askReset(input, { address: clientAddress(forwardedFor), later: after })
})
