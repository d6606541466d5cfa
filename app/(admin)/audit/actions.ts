'use server'

import { action } from '@/lib/action'
import { undoInput } from '@/lib/audit/schema'
import { undo } from '@/lib/audit/undo'

export const undoAction = action(undoInput, undo)
