'use server'

import { action } from '@/lib/action'
import { keepHelp } from '@/lib/preferences/keep-help'
import { keepHelpInput } from '@/lib/preferences/schema'

export const keepHelpAction = action(keepHelpInput, keepHelp)
