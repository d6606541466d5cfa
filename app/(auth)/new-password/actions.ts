'use server'

import { publicAction } from '@/lib/action'
import { choosePassword, lookAtLink } from '@/lib/auth/choose-password'
import { choosePasswordInput, linkInput } from '@/lib/users/schema'

/** A look, by POST: the token is no part of an address, and neither a look nor a visit uses it up. */
export const lookAtLinkAction = publicAction(linkInput, lookAtLink)

export const choosePasswordAction = publicAction(choosePasswordInput, choosePassword)
