'use server'

import { publicAction } from '@/lib/action'
import { setUp } from '@/lib/auth/set-up'
import { setUpInput } from '@/lib/users/schema'

export const setUpAction = publicAction(setUpInput, setUp)
